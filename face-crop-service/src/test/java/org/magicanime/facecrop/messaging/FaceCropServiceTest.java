package org.magicanime.facecrop.messaging;

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
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.facecrop.storage.PosedClips;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.drawn.StandardCartoon;

/// The whole service on a real broker and a real store.
@QuarkusTest
@QuarkusTestResource(FaceCropServers.class)
class FaceCropServiceTest {
    private static final String POSED = "clip.posed.v1";
    private static final String CROPPED = "face.cropped.v1";
    private static final String REJECTED = "item.rejected.v1";
    private static final String DEAD = "clip.posed.v1.face-crop.dlq";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FaceCropServers servers = FaceCropServers.running();

    @Test
    void clipsThatWerePosedBecomeFacesAndRejectionsAndWhatIsNoEventADeadLetter() throws Exception {
        try (PosedClips clips = new PosedClips(servers.store(), servers.folder().resolve("clips"));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            ClipPosed talking = clips.posed(PosedClips.cartoon(StandardCartoon.talking(32)));
            ClipPosed profile = clips.posed(PosedClips.cartoon(StandardCartoon.profile(32)));
            ClipPosed empty = clips.withoutSpans();

            producer.send(new ProducerRecord<>(POSED, "nonsense", "{}".getBytes(UTF_8)));
            for (ClipPosed clip : List.of(talking, profile, empty)) {
                producer.send(new ProducerRecord<>(POSED, clip.clipId(), EventJson.write(clip)));
            }
            producer.flush();

            List<ConsumerRecord<String, byte[]>> heard = awaitHeard(
                    all -> of(CROPPED, all).size() >= 3 && !of(DEAD, all).isEmpty());
            assertThat(of(CROPPED, heard))
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder(talking.clipId(), profile.clipId(), empty.clipId());
            List<FacesCropped> told = of(CROPPED, heard).stream()
                    .map(record -> EventJson.readEvent(record.value(), FacesCropped.class))
                    .toList();
            assertThat(told)
                    .filteredOn(event -> event.clipId().equals(talking.clipId()))
                    .singleElement()
                    .satisfies(event -> assertThat(event.framesKept()).isEqualTo(32));
            assertThat(told)
                    .filteredOn(event -> !event.clipId().equals(talking.clipId()))
                    .allMatch(event -> event.faces().isEmpty());
            assertThat(of(REJECTED, heard))
                    .singleElement()
                    .satisfies(record -> assertThat(EventJson.readEvent(record.value(), ItemRejected.class)
                                    .code())
                            .isEqualTo("side-profile"));
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
                        "face-crop-test"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(CROPPED, REJECTED, DEAD));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!enough.test(heard)) {
                assertThat(System.nanoTime()).as("heard so far: " + heard).isLessThan(end);
                consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
            }
        }
        return heard;
    }
}
