package org.magicanime.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Says and hears things on the broker by the direct way.
final class Ear implements AutoCloseable {
    static final String FILMS = "video.ingested.v1";
    static final String RESULTS = "video.segmented.v1";
    static final String REJECTIONS = "item.rejected.v1";
    static final String DEAD_FILMS = "video.ingested.v1.segment.dlq";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();

    Ear(String bootstrapServers) {
        Map<String, Object> broker = Map.of("bootstrap.servers", bootstrapServers);
        admin = Admin.create(broker);
        consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(
                RESULTS, REJECTIONS, DEAD_FILMS, Topics.catalogue().figures().topic())) {
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<String, Object> large = new HashMap<>(broker);
        large.put("max.request.size", 16 << 20);
        producer = new KafkaProducer<>(large, new StringSerializer(), new ByteArraySerializer());
    }

    /// Waits for what will come about.
    static void await(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("waited in vain until " + what);
                }
                Thread.onSpinWait();
                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Puts a film into partition 0 of its topic, where order is kept.
    ///
    /// @return its offset
    long say(org.magicanime.contracts.VideoIngested film) {
        return say(film.videoId(), EventJson.write(film));
    }

    long say(String key, byte[] value) {
        return say(new ProducerRecord<>(FILMS, 0, key, value));
    }

    long say(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get().offset();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Everything on a topic so far that a test asks about, in order of each partition.
    List<ConsumerRecord<String, byte[]>> heard(String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        consumer.poll(Duration.ofMillis(50)).forEach(heard::add);
        return heard.stream()
                .filter(record -> record.topic().equals(topic))
                .filter(wanted)
                .toList();
    }

    /// All that processes said of themselves.
    List<StageFigures> figures() {
        return heard(Topics.catalogue().figures().topic(), record -> true).stream()
                .map(record -> EventJson.readEvent(record.value(), StageFigures.class))
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> awaitHeard(
            String topic, int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        await(count + " records are on " + topic, () -> heard(topic, wanted).size() >= count);
        return heard(topic, wanted);
    }

    /// The next offset of partition 0 that the service would get if it began anew; 0 if it committed nothing.
    long committed() {
        try {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets("segment")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(FILMS, 0));
            return offset == null ? 0 : offset.offset();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Takes a topic away: what is told on it is not taken.
    void removeTopic(String topic) {
        try {
            admin.deleteTopics(List.of(topic)).all().get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Gives all topics back.
    void createTopics() {
        try {
            Topics.catalogue().ensure(admin, (short) 1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void setTopic(String topic, String name, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        try {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
        admin.close();
    }
}
