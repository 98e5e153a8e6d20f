package org.magicanime.audio.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.magicanime.audio.storage.DrawnTalk;
import org.magicanime.audio.storage.FaceClips;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.HeardEvents;
import org.magicanime.testkit.drawn.Cartoon;

/// The whole service on a real broker and a real store.
@QuarkusTest
@QuarkusTestResource(AudioServers.class)
class AudioServiceTest {
    private static final String CROPPED = "face.cropped.v1";
    private static final String EXTRACTED = "speech.extracted.v1";
    private static final String REJECTED = "item.rejected.v1";
    private static final String DEAD = "face.cropped.v1.audio.dlq";

    @Test
    void facesBecomeSpeechAndRejectionsAndWhatIsNoEventADeadLetter() throws Exception {
        try (FaceClips clips = new FaceClips(
                        AudioServers.store(), AudioServers.folder().resolve("clips"));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", AudioServers.bootstrapServers()),
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

            HeardEvents heard = HeardEvents.await(
                    AudioServers.bootstrapServers(),
                    List.of(EXTRACTED, REJECTED, DEAD),
                    all -> all.of(EXTRACTED).size() >= 3 && !all.of(DEAD).isEmpty());
            assertThat(heard.of(EXTRACTED))
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder(talking.clipId(), mute.clipId(), empty.clipId());
            List<SpeechExtracted> told = heard.of(EXTRACTED).stream()
                    .map(record -> EventJson.readEvent(record.value(), SpeechExtracted.class))
                    .toList();
            assertThat(told)
                    .filteredOn(event -> event.clipId().equals(talking.clipId()))
                    .singleElement()
                    .satisfies(event -> assertThat(event.framesKept()).isEqualTo(120));
            assertThat(told)
                    .filteredOn(event -> !event.clipId().equals(talking.clipId()))
                    .allMatch(event -> event.speech().isEmpty());
            assertThat(heard.of(REJECTED))
                    .singleElement()
                    .satisfies(record -> assertThat(EventJson.readEvent(record.value(), ItemRejected.class)
                                    .code())
                            .isEqualTo("no-audio"));
            assertThat(heard.of(DEAD)).extracting(ConsumerRecord::key).containsExactly("nonsense");
        }
    }
}
