package org.magicanime.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
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

    /// All records of a topic that the broker has now, those of one key in the order in which they were told.
    public static List<ConsumerRecord<String, byte[]>> soFar(String bootstrapServers, String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }

    /// Those of one topic, in the order in which they were heard.
    public List<ConsumerRecord<String, byte[]>> of(String topic) {
        return heard.stream().filter(record -> record.topic().equals(topic)).toList();
    }
}
