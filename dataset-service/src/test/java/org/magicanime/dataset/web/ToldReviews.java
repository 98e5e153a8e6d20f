package org.magicanime.dataset.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.dataset.messaging.DatasetServers;
import org.magicanime.stage.EventJson;

/// What the broker has of decisions, those about one item in the order in which they were told.
final class ToldReviews {
    private ToldReviews() {}

    static List<ReviewDecided> where(Predicate<ReviewDecided> wanted) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", DatasetServers.running().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("review.decided.v1").stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ReviewDecided> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(100))) {
                    ReviewDecided decided = EventJson.readEvent(each.value(), ReviewDecided.class);
                    assertThat(each.key()).isEqualTo(decided.itemId());
                    if (wanted.test(decided)) {
                        all.add(decided);
                    }
                }
            }
            return all;
        }
    }
}
