package org.magicanime.dataset.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.stage.Topics;

/// Tells events as the other services do, and looks for dead letters of the ledger.
final class Teller implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();

    Teller(String bootstrapServers) {
        Map<String, Object> broker = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = Topics.catalogue().deadLetterTopics().stream()
                .filter(topic -> topic.endsWith(".dataset.dlq"))
                .map(topic -> new TopicPartition(topic, 0))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /// Returns when the broker has all of them.
    void tell(List<? extends PipelineEvent> events) throws Exception {
        List<Future<?>> sent = new ArrayList<>();
        for (PipelineEvent event : events) {
            ConsumerRecord<String, byte[]> record = RecordedRun.record(event);
            sent.add(producer.send(new ProducerRecord<>(record.topic(), record.key(), record.value())));
        }
        for (Future<?> each : sent) {
            each.get();
        }
    }

    void tell(String topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    /// What the ledger could not take so far.
    List<ConsumerRecord<String, byte[]>> letters() {
        consumer.poll(Duration.ofMillis(50)).forEach(letters::add);
        return letters;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
