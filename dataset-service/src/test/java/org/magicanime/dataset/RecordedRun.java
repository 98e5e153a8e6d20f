package org.magicanime.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.dataset.domain.Heard;
import org.magicanime.dataset.domain.Heard.Told;
import org.magicanime.dataset.messaging.HeardReader;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.Topics;

/// What a run of the whole system told of a drawn film with one shot of each sort.
public final class RecordedRun {
    private static final Topics TOPICS = Topics.catalogue();
    private static final HeardReader READER = new HeardReader();

    private RecordedRun() {}

    /// In the order in which it was told.
    public static List<PipelineEvent> events() {
        return lines().stream().map(line -> ((Told) heard(line)).event()).toList();
    }

    public static List<Heard> heard() {
        return events().stream().map(RecordedRun::told).toList();
    }

    /// Films like the recorded one, each with an id of its own.
    ///
    /// @param number names the film
    public static List<PipelineEvent> eventsOfFilm(int number) {
        String id = ((Told) heard(lines().getFirst())).event().itemId();
        String other = "%016x".formatted(number);
        return lines().stream()
                .map(line -> line.replace(id, other))
                .map(line -> ((Told) heard(line)).event())
                .toList();
    }

    /// An event as the service hears it.
    public static Heard told(PipelineEvent event) {
        return READER.read(record(event));
    }

    /// As it lies on its topic.
    public static ConsumerRecord<String, byte[]> record(PipelineEvent event) {
        return new ConsumerRecord<>(TOPICS.of(event.getClass()), 0, 0, event.itemId(), EventJson.write(event));
    }

    private static Heard heard(String line) {
        String[] parts = line.split("\t", 2);
        return READER.read(new ConsumerRecord<>(parts[0], 0, 0, "", parts[1].getBytes(UTF_8)));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(RecordedRun.class.getResourceAsStream("/recorded-run.tsv"))) {
            return new ArrayList<>(new String(in.readAllBytes(), UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
