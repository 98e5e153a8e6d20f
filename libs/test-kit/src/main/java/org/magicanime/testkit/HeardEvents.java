package org.magicanime.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What some topics say, from their beginning.
public final class HeardEvents {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();

    private HeardEvents() {}

    /// Listens until it is enough.
    ///
    /// @throws AssertionError with all that was heard, if it is not enough within a minute
    public static HeardEvents await(String bootstrapServers, List<String> topics, Predicate<HeardEvents> enough) {
        HeardEvents events = new HeardEvents();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "auto.offset.reset",
                        "earliest",
                        "group.id",
                        "heard-by-test"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(topics);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!enough.test(events)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("heard only: " + events.heard);
                }
                consumer.poll(Duration.ofMillis(200)).forEach(events.heard::add);
            }
        }
        return events;
    }

    /// Those of one topic, in the order in which they were heard.
    public List<ConsumerRecord<String, byte[]>> of(String topic) {
        return heard.stream().filter(record -> record.topic().equals(topic)).toList();
    }
}
