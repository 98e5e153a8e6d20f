package org.magicanime.audio.messaging;

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
import org.magicanime.audio.storage.DrawnTalk;
import org.magicanime.audio.storage.FaceClips;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.drawn.Cartoon;

/// The whole service on a real broker and a real store.
@QuarkusTest
@QuarkusTestResource(AudioServers.class)
class AudioServiceTest {
    private static final String CROPPED = "face.cropped.v1";
    private static final String EXTRACTED = "speech.extracted.v1";
    private static final String REJECTED = "item.rejected.v1";
    private static final String DEAD = "face.cropped.v1.audio.dlq";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AudioServers servers = AudioServers.running();

    @Test
    void facesBecomeSpeechAndRejectionsAndWhatIsNoEventADeadLetter() throws Exception {
        try (FaceClips clips = new FaceClips(servers.store(), servers.folder().resolve("clips"));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            Cartoon drawn = FaceClips.cartoon(DrawnTalk.of(120));
            FacesCropped talking = clips.cropped(drawn);
            FacesCropped mute = clips.cropped(drawn, FaceClips.mouth(drawn), null);
            FacesCropped empty = clips.withoutFaces();

            producer.send(new ProducerRecord<>(CROPPED, "nonsense", "{}".getBytes(UTF_8)));
            for (FacesCropped clip : List.of(talking, mute, empty)) {
                producer.send(new ProducerRecord<>(CROPPED, clip.clipId(), EventJson.write(clip)));
            }
            producer.flush();

            List<ConsumerRecord<String, byte[]>> heard = awaitHeard(
                    all -> of(EXTRACTED, all).size() >= 3 && !of(DEAD, all).isEmpty());
            assertThat(of(EXTRACTED, heard))
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder(talking.clipId(), mute.clipId(), empty.clipId());
            List<SpeechExtracted> told = of(EXTRACTED, heard).stream()
                    .map(record -> EventJson.readEvent(record.value(), SpeechExtracted.class))
                    .toList();
            assertThat(told)
                    .filteredOn(event -> event.clipId().equals(talking.clipId()))
                    .singleElement()
                    .satisfies(event -> assertThat(event.framesKept()).isEqualTo(120));
            assertThat(told)
                    .filteredOn(event -> !event.clipId().equals(talking.clipId()))
                    .allMatch(event -> event.speech().isEmpty());
            assertThat(of(REJECTED, heard))
                    .singleElement()
                    .satisfies(record -> assertThat(EventJson.readEvent(record.value(), ItemRejected.class)
                                    .code())
                            .isEqualTo("no-audio"));
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
                        "audio-test"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(EXTRACTED, REJECTED, DEAD));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!enough.test(heard)) {
                assertThat(System.nanoTime()).as("heard so far: " + heard).isLessThan(end);
                consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
            }
        }
        return heard;
    }
}
