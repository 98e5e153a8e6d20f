package org.magicanime.facecrop.messaging;

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
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.facecrop.storage.PosedClips;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.HeardEvents;
import org.magicanime.testkit.drawn.StandardCartoon;

/// The whole service on a real broker and a real store.
@QuarkusTest
@QuarkusTestResource(FaceCropServers.class)
class FaceCropServiceTest {
    private static final String POSED = "clip.posed.v1";
    private static final String CROPPED = "face.cropped.v1";
    private static final String REJECTED = "item.rejected.v1";
    private static final String DEAD = "clip.posed.v1.face-crop.dlq";

    @Test
    void clipsThatWerePosedBecomeFacesAndRejectionsAndWhatIsNoEventADeadLetter() throws Exception {
        try (PosedClips clips = new PosedClips(
                        FaceCropServers.store(), FaceCropServers.folder().resolve("clips"));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", FaceCropServers.bootstrapServers()),
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

            HeardEvents heard = HeardEvents.await(
                    FaceCropServers.bootstrapServers(),
                    List.of(CROPPED, REJECTED, DEAD),
                    all -> all.of(CROPPED).size() >= 3 && !all.of(DEAD).isEmpty());
            assertThat(heard.of(CROPPED))
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder(talking.clipId(), profile.clipId(), empty.clipId());
            List<FacesCropped> told = heard.of(CROPPED).stream()
                    .map(record -> EventJson.readEvent(record.value(), FacesCropped.class))
                    .toList();
            assertThat(told)
                    .filteredOn(event -> event.clipId().equals(talking.clipId()))
                    .singleElement()
                    .satisfies(event -> assertThat(event.framesKept()).isEqualTo(32));
            assertThat(told)
                    .filteredOn(event -> !event.clipId().equals(talking.clipId()))
                    .allMatch(event -> event.faces().isEmpty());
            assertThat(heard.of(REJECTED))
                    .singleElement()
                    .satisfies(record -> assertThat(EventJson.readEvent(record.value(), ItemRejected.class)
                                    .code())
                            .isEqualTo("side-profile"));
            assertThat(heard.of(DEAD)).extracting(ConsumerRecord::key).containsExactly("nonsense");
        }
    }
}
