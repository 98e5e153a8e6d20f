package org.magicanime.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.testkit.BucketNotifications.CreatedObject;

class KafkaNotificationsTest {
    private static final String TOPIC = "object.created.v1";

    @TempDir
    Path folder;

    @Test
    void objectsOfTheBucketAreToldUnderTheirKey() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            createTopic(broker);
            try (KafkaNotifications told = new KafkaNotifications(broker.bootstrapServers(), "ingest", "", TOPIC)) {
                told.created(object("ingest", "japan/a b+ü #2.mp4"));
                told.created(object("artifacts", "not/told"));
                told.removed("ingest", "gone");

                List<ConsumerRecord<String, byte[]>> records = read(broker, 2);

                assertThat(records)
                        .extracting(ConsumerRecord::key)
                        .containsExactly("ingest/japan/a b+ü #2.mp4", "ingest/gone");
                assertThat(new ObjectMapper()
                                .readTree(records.getFirst().value())
                                .at("/Key")
                                .asText())
                        .isEqualTo("ingest/japan/a b+ü #2.mp4");
                assertThat(told.lost()).isZero();
            }
        }
    }

    @Test
    void onlyKeysWithTheEndingAreTold() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            createTopic(broker);
            try (KafkaNotifications told =
                    new KafkaNotifications(broker.bootstrapServers(), "evaluations", "/request.json", TOPIC)) {
                told.created(object("evaluations", "method/run/case.mp4"));
                told.removed("evaluations", "method/run/case.mp4");
                told.created(object("evaluations", "method/run/request.json"));

                assertThat(read(broker, 1))
                        .extracting(ConsumerRecord::key)
                        .containsExactly("evaluations/method/run/request.json");
            }
        }
    }

    @Test
    void writersNeverWaitForBrokerThatIsAwayAndWhatWaitsIsToldLater() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            createTopic(broker);
            int port = Integer.parseInt(broker.bootstrapServers().split(":")[1]);
            try (FaultProxy way = FaultProxy.before(port)) {
                way.refuse();
                try (KafkaNotifications told = new KafkaNotifications("127.0.0.1:" + way.port(), "ingest", "", TOPIC)) {
                    long begin = System.nanoTime();
                    for (int i = 0; i < 1_000; i++) {
                        told.created(object("ingest", "film" + i));
                    }
                    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));

                    way.pass();

                    assertThat(read(broker, 1_000))
                            .extracting(ConsumerRecord::key)
                            .contains("ingest/film0", "ingest/film999");
                    assertThat(told.lost()).isZero();
                }
            }
        }
    }

    @Test
    void whatCannotWaitIsLostAndCounted() throws Exception {
        KafkaNotifications told = new KafkaNotifications("127.0.0.1:" + FreePorts.next(), "ingest", "", TOPIC);
        for (int i = 0; i < 11_000; i++) {
            told.created(object("ingest", "film" + i));
        }
        // One more than wait may be with the producer.
        assertThat(told.lost()).isBetween(999L, 1_000L);

        told.close();

        Conditions.await("all are counted", () -> told.lost() == 11_000);
    }

    private static CreatedObject object(String bucket, String key) {
        return new CreatedObject("s3:ObjectCreated:Put", bucket, key, 1, "e", "video/mp4", Map.of());
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(EmbeddedBroker broker, int count) throws Exception {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            Conditions.await("there are " + count + " notifications", () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return records.size() >= count;
            });
        }
        return records;
    }
}
