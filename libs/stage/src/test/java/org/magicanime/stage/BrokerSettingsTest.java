package org.magicanime.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.testkit.EmbeddedBroker;

class BrokerSettingsTest {
    private static final String USER = "segment-service";
    private static final String PASSWORD = "a-password-of-a-test";

    @TempDir
    Path folder = Path.of("unused");

    /// Settings of the broker go into each client; a group does not, since who looks must not commit for it.
    @Test
    void whatTheConfigurationSaysReachesEveryClientButTheGroup() {
        BrokerSettings settings = BrokerSettings.of(
                Map.of("bootstrap.servers", "broker:1", "security.protocol", "SASL_SSL", "group.id", "segment"));

        assertThat(settings.with(Map.of("acks", "all", "security.protocol", "SSL")))
                .isEqualTo(Map.of("bootstrap.servers", "broker:1", "security.protocol", "SSL", "acks", "all"));
    }

    @Test
    void aBrokerThatWantsCredentialsGetsThemFromOurOwnClients() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.startGuarded(folder, USER, PASSWORD)) {
            BrokerSettings right = settings(broker, PASSWORD);
            try (Admin admin = Admin.create(right.with(Map.of()))) {
                Topics.catalogue().ensure(admin, (short) 1);
            }
            String topic = "clip.cut.v1";
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                            right.with(Map.of("acks", "all")), new StringSerializer(), new StringSerializer());
                    KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                            right.with(Map.of()), new StringDeserializer(), new StringDeserializer())) {
                producer.send(new ProducerRecord<>(topic, 0, "key", "value")).get();
                consumer.assign(List.of(new TopicPartition(topic, 0)));
                consumer.seekToBeginning(List.of());

                assertThat(consumer.poll(Duration.ofSeconds(20))
                                .iterator()
                                .next()
                                .value())
                        .isEqualTo("value");
            }
            assertThat(new DeadLetters(right).list()).isEmpty();
            try (Admin stranger = Admin.create(settings(broker, "wrong").with(Map.of()))) {
                assertThatThrownBy(() -> stranger.listTopics().names().get())
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(SaslAuthenticationException.class);
            }
        }
    }

    private static BrokerSettings settings(EmbeddedBroker broker, String password) {
        return BrokerSettings.of(Map.of(
                "bootstrap.servers",
                broker.guardedServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER + "\" password=\""
                        + password + "\";"));
    }
}
