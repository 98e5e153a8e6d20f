package org.magicanime.caption.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.magicanime.caption.storage.DrawnPoses;
import org.magicanime.caption.storage.DrawnShots;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.drawn.Action;
import org.magicanime.testkit.drawn.StandardCartoon;

/// The whole service on a real broker and a real store.
@QuarkusTest
@QuarkusTestResource(CaptionServers.class)
class CaptionServiceTest {
    private static final String POSED = "clip.posed.v1";
    private static final String CAPTIONED = "clip.captioned.v1";
    private static final String DEAD = "clip.posed.v1.caption.dlq";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CaptionServers servers = CaptionServers.running();

    @Test
    void clipsThatWerePosedBecomeCaptionsAndWhatIsNoEventADeadLetter() throws Exception {
        try (DrawnPoses poses = new DrawnPoses(servers.store(), servers.folder().resolve("poses"));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            ClipPosed waving = poses.posed(DrawnShots.of(Action.WAVE, 72));
            ClipPosed two = poses.crowded(StandardCartoon.two(24));

            producer.send(new ProducerRecord<>(POSED, "nonsense", "{}".getBytes(UTF_8)));
            for (ClipPosed clip : List.of(waving, two)) {
                producer.send(new ProducerRecord<>(POSED, clip.clipId(), EventJson.write(clip)));
            }
            producer.flush();

            List<ConsumerRecord<String, byte[]>> heard = awaitHeard(
                    all -> of(CAPTIONED, all).size() >= 2 && !of(DEAD, all).isEmpty());
            assertThat(of(CAPTIONED, heard))
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder(waving.clipId(), two.clipId());
            List<ClipCaptioned> told = of(CAPTIONED, heard).stream()
                    .map(record -> EventJson.readEvent(record.value(), ClipCaptioned.class))
                    .toList();
            assertThat(told)
                    .filteredOn(event -> event.clipId().equals(waving.clipId()))
                    .singleElement()
                    .satisfies(event -> assertThat(event.motions())
                            .singleElement()
                            .satisfies(motion -> assertThat(motion.text()).contains("right hand")));
            assertThat(told)
                    .filteredOn(event -> event.clipId().equals(two.clipId()))
                    .allMatch(event -> event.motions().isEmpty());
            assertThat(of(DEAD, heard)).extracting(ConsumerRecord::key).containsExactly("nonsense");
        }
    }

    private static List<ConsumerRecord<String, byte[]>> of(String topic, List<ConsumerRecord<String, byte[]>> heard) {
        return heard.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    private List<ConsumerRecord<String, byte[]>> awaitHeard(Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers.bootstrapServers(),
                        "auto.offset.reset",
                        "earliest",
                        "group.id",
                        "caption-test"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(CAPTIONED, DEAD));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!enough.test(heard)) {
                assertThat(System.nanoTime()).as("heard so far: " + heard).isLessThan(end);
                consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
            }
        }
        return heard;
    }
}
