package org.magicanime.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Tells of the objects of one bucket on a topic, in MinIO's format.
///
/// As with MinIO, storing an object never waits for the broker: while that is away, notifications are lost. Whoever
/// listens must compare with the bucket.
public final class KafkaNotifications implements BucketNotifications, AutoCloseable {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong sequencer = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final String bucket;
    private final String topic;
    private final Producer<String, byte[]> producer;

    public KafkaNotifications(String bootstrapServers, String bucket, String topic) {
        this.bucket = bucket;
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "max.block.ms", "1000",
                        "delivery.timeout.ms", "10000",
                        "request.timeout.ms", "5000"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void created(CreatedObject object) {
        if (!object.bucket().equals(bucket)) {
            return;
        }
        try {
            producer.send(
                    new ProducerRecord<>(topic, object.bucket() + "/" + object.key(), envelope(object)),
                    (written, failure) -> {
                        if (failure != null) {
                            lost.incrementAndGet();
                        }
                    });
        } catch (org.apache.kafka.common.KafkaException e) {
            // The reconciler finds the object.
            lost.incrementAndGet();
        }
    }

    /// Notifications that could not be delivered.
    public long lost() {
        return lost.get();
    }

    private byte[] envelope(CreatedObject object) {
        Instant now = Instant.now();
        long tick = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        long sequence = sequencer.updateAndGet(last -> Math.max(last + 1, tick));
        ObjectNode root = json.createObjectNode();
        root.put("EventName", object.event());
        root.put("Key", object.bucket() + "/" + object.key());
        ObjectNode entry = root.putArray("Records").addObject();
        entry.put("eventVersion", "2.0");
        entry.put("eventSource", "minio:s3");
        entry.put("awsRegion", "");
        entry.put("eventTime", MILLISECONDS.format(now));
        entry.put("eventName", object.event());
        entry.putObject("userIdentity").put("principalId", "local");
        entry.putObject("requestParameters");
        entry.putObject("responseElements");
        ObjectNode s3 = entry.putObject("s3");
        s3.put("s3SchemaVersion", "1.0");
        s3.put("configurationId", "Config");
        ObjectNode in = s3.putObject("bucket");
        in.put("name", object.bucket());
        in.putObject("ownerIdentity").put("principalId", "local");
        in.put("arn", "arn:aws:s3:::" + object.bucket());
        ObjectNode stored = s3.putObject("object");
        stored.put("key", URLEncoder.encode(object.key(), UTF_8));
        stored.put("size", object.size());
        stored.put("eTag", object.etag());
        stored.put("sequencer", "%016X".formatted(sequence));
        entry.putObject("source").put("host", "127.0.0.1").put("port", "").put("userAgent", "embedded");
        try {
            return json.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(2));
    }
}
