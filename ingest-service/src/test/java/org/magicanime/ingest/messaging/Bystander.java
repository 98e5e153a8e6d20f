package org.magicanime.ingest.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Somebody outside the service: drops objects, says things on the topic of notifications, and hears what is told.
final class Bystander implements AutoCloseable {
    static final String OBJECTS = "object.created.v1";
    static final String FILMS = "video.ingested.v1";
    static final String DEAD = "object.created.v1.ingest.dlq";

    private static final String GROUP = "ingest";
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final MinioClient client;
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();

    Bystander(IngestServers servers) {
        Map<String, Object> broker = Map.of("bootstrap.servers", servers.bootstrapServers());
        admin = Admin.create(broker);
        consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(OBJECTS, FILMS, DEAD)) {
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        client = MinioClient.builder()
                .endpoint(servers.storeEndpoint().toString())
                .credentials(IngestServers.ACCESS_KEY, IngestServers.SECRET_KEY)
                .build();
    }

    void drop(String key, byte[] content) throws Exception {
        client.putObject(PutObjectArgs.builder()
                .bucket("ingest")
                .object(key)
                .data(content, content.length)
                .build());
    }

    /// A notification in the store's words.
    static byte[] created(String bucket, String key) {
        return ("{\"Records\":[{\"eventName\":\"s3:ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"" + bucket
                        + "\"},\"object\":{\"key\":\"" + URLEncoder.encode(key, UTF_8) + "\"}}}]}")
                .getBytes(UTF_8);
    }

    RecordMetadata say(String recordKey, byte[] value) throws Exception {
        return producer.send(new ProducerRecord<>(OBJECTS, recordKey, value)).get();
    }

    /// Waits until the service has acknowledged what was said, and everything before it in the same partition.
    void awaitHandled(RecordMetadata said) throws Exception {
        TopicPartition partition = new TopicPartition(said.topic(), said.partition());
        await("record " + said + " is acknowledged", () -> {
            OffsetAndMetadata committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            heard(OBJECTS, record -> false);
            return committed != null && committed.offset() > said.offset();
        });
    }

    /// Everything on a topic so far that a test asks about.
    List<ConsumerRecord<String, byte[]>> heard(String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        consumer.poll(POLL).forEach(heard::add);
        return heard.stream()
                .filter(record -> record.topic().equals(topic))
                .filter(wanted)
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> awaitHeard(
            String topic, int count, Predicate<ConsumerRecord<String, byte[]>> wanted) throws Exception {
        await(
                count + " such records are on " + topic,
                () -> heard(topic, wanted).size() >= count);
        return heard(topic, wanted);
    }

    /// Waits for what will come about; the condition itself waits a little each time.
    static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
        }
    }

    /// Events about the object with this key.
    static Predicate<ConsumerRecord<String, byte[]>> about(String key) {
        return record ->
                record.value() != null && new String(record.value(), UTF_8).contains("\"key\":\"" + key + "\"");
    }

    /// Records whose own key is this.
    static Predicate<ConsumerRecord<String, byte[]>> keyed(String recordKey) {
        return record -> recordKey.equals(record.key());
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name)).value(), UTF_8);
    }

    @Override
    public void close() throws Exception {
        consumer.close();
        producer.close();
        admin.close();
        client.close();
    }
}
