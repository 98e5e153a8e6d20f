package org.magicanime.caption.messaging;

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
import org.magicanime.caption.storage.DrawnPoses;
import org.magicanime.caption.storage.DrawnShots;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.HeardEvents;
import org.magicanime.testkit.drawn.Action;
import org.magicanime.testkit.drawn.StandardCartoon;

/// The whole service on a real broker and a real store.
@QuarkusTest
@QuarkusTestResource(CaptionServers.class)
class CaptionServiceTest {
    private static final String POSED = "clip.posed.v1";
    private static final String CAPTIONED = "clip.captioned.v1";
    private static final String DEAD = "clip.posed.v1.caption.dlq";

    @Test
    void clipsThatWerePosedBecomeCaptionsAndWhatIsNoEventADeadLetter() throws Exception {
        try (DrawnPoses poses = new DrawnPoses(
                        CaptionServers.store(), CaptionServers.folder().resolve("poses"));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", CaptionServers.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            ClipPosed waving = poses.posed(DrawnShots.of(Action.WAVE, 72));
            ClipPosed two = poses.crowded(StandardCartoon.two(24));

            producer.send(new ProducerRecord<>(POSED, "nonsense", "{}".getBytes(UTF_8)));
            for (ClipPosed clip : List.of(waving, two)) {
                producer.send(new ProducerRecord<>(POSED, clip.clipId(), EventJson.write(clip)));
            }
            producer.flush();

            HeardEvents heard = HeardEvents.await(
                    CaptionServers.bootstrapServers(),
                    List.of(CAPTIONED, DEAD),
                    all -> all.of(CAPTIONED).size() >= 2 && !all.of(DEAD).isEmpty());
            assertThat(heard.of(CAPTIONED))
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder(waving.clipId(), two.clipId());
            List<ClipCaptioned> told = heard.of(CAPTIONED).stream()
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
            assertThat(heard.of(DEAD)).extracting(ConsumerRecord::key).containsExactly("nonsense");
        }
    }
}
