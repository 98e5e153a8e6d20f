package org.magicanime.dataset.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.magicanime.stage.BrokerSettings;

/// Looks at single records, without a consumer group.
final class OldestRecords implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration WAIT = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;

    OldestRecords(BrokerSettings broker) {
        consumer = new KafkaConsumer<>(
                broker.with(Map.of(
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest",
                        // One record of each partition is enough; the broker sends at least one.
                        "max.partition.fetch.bytes",
                        "1024")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /// The first record of each partition at or behind an offset.
    ///
    /// @param offsets that records are behind of
    /// @return without partitions that the broker did not send anything of in time
    Map<TopicPartition, ConsumerRecord<byte[], byte[]>> at(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
        consumer.assign(offsets.keySet());
        consumer.resume(offsets.keySet());
        offsets.forEach(consumer::seek);
        long end = System.nanoTime() + LONGEST.toNanos();
        while (found.size() < offsets.size() && System.nanoTime() - end < 0) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(WAIT);
            Set<TopicPartition> partitions = records.partitions();
            partitions.forEach(partition ->
                    found.putIfAbsent(partition, records.records(partition).getFirst()));
            consumer.pause(partitions);
        }
        return found;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
