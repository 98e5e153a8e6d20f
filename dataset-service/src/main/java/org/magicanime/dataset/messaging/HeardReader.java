package org.magicanime.dataset.messaging;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.dataset.domain.Heard;
import org.magicanime.stage.DeadLetter;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.Topics;

/// Reads records of event topics and of dead-letter topics.
public final class HeardReader {
    /// Longer keys are none of ours.
    private static final int LONGEST_KEY = 2048;

    private final Topics topics = Topics.catalogue();
    /// Service by dead-letter topic.
    private final Map<String, String> services = topics.topics().stream()
            .flatMap(topic -> topic.heardBy().stream()
                    .map(service -> Map.entry(Topics.deadLetters(topic.name(), service), service)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /// @throws org.magicanime.stage.UnreadableEventException if it is no event of ours
    public Heard read(ConsumerRecord<String, byte[]> record) {
        String service = services.get(record.topic());
        return service == null ? event(record) : givenUp(record, service);
    }

    private Heard event(ConsumerRecord<String, byte[]> record) {
        PipelineEvent event = EventJson.readEvent(record.value(), topics.eventOn(record.topic()));
        // Of what was understood, not of what was sent: fields that this version does not know make no difference.
        return new Heard.Told(event, sha256(EventJson.write(event)), Instant.ofEpochMilli(record.timestamp()));
    }

    private static Heard givenUp(ConsumerRecord<String, byte[]> record, String service) {
        DeadLetter letter = DeadLetter.read(record);
        String key = letter.key();
        return new Heard.GivenUp(
                record.topic(),
                record.partition(),
                record.offset(),
                service,
                key == null || key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY),
                letter.reason());
    }

    private static String sha256(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
