package org.magicanime.testkit;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/// Tells of the objects of one bucket on a topic, in MinIO's format.
///
/// As with MinIO, storing an object never waits for the broker. While the broker is away, 10,000 notifications and more
/// wait for it, for at least two minutes; then they are lost, and so are those that wait when the process ends. Losses
/// are counted and logged. Whoever listens must compare with the bucket.
public final class KafkaNotifications implements BucketNotifications, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(KafkaNotifications.class);
    private static final int MOST_WAITING = 10_000;
    private static final String PATIENCE = "120000";
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final NotificationJson words = new NotificationJson(Clock.systemUTC());
    private final AtomicLong lost = new AtomicLong();
    private final BlockingQueue<ProducerRecord<String, byte[]>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final String bucket;
    private final String ending;
    private final String topic;
    private final Producer<String, byte[]> producer;
    private final Thread teller;

    /// @param ending of the keys that are told, as MinIO's `--suffix`; empty for all
    public KafkaNotifications(String bootstrapServers, String bucket, String ending, String topic) {
        this.bucket = bucket;
        this.ending = ending;
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        "bucket-notifications",
                        "acks",
                        "all",
                        "max.block.ms",
                        PATIENCE,
                        "delivery.timeout.ms",
                        PATIENCE,
                        "reconnect.backoff.max.ms",
                        "1000"),
                new StringSerializer(),
                new ByteArraySerializer());
        // The producer blocks its caller while it does not know the topic; that must not be a request to the store.
        this.teller = Thread.ofVirtual().name("bucket-notifications").start(this::tell);
    }

    @Override
    public void created(CreatedObject object) {
        if (object.bucket().equals(bucket) && object.key().endsWith(ending)) {
            offer(object.key(), words.created(object));
        }
    }

    @Override
    public void removed(String from, String key) {
        if (from.equals(bucket) && key.endsWith(ending)) {
            offer(key, words.removed(from, key));
        }
    }

    private void offer(String key, byte[] value) {
        if (!waiting.offer(new ProducerRecord<>(topic, bucket + "/" + key, value))) {
            lose("too many are waiting for the broker");
        }
    }

    private void tell() {
        try {
            while (true) {
                tell(waiting.take());
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debugf("bucket %s is told of no more", bucket);
        }
    }

    private void tell(ProducerRecord<String, byte[]> next) {
        try {
            producer.send(next, (written, failure) -> {
                if (failure != null) {
                    lose(failure.toString());
                }
            });
        } catch (InterruptException e) {
            lose("the process ends");
            throw e;
        } catch (KafkaException | IllegalStateException e) {
            lose(e.toString());
        }
    }

    private void lose(String reason) {
        long count = lost.incrementAndGet();
        if (Long.bitCount(count) == 1) {
            // the 1st, 2nd, 4th, 8th …: an outage must not fill the log
            LOG.warnf("%d notifications of bucket %s are lost so far: %s", count, bucket, reason);
        }
    }

    /// Notifications that could not be delivered.
    public long lost() {
        return lost.get();
    }

    @Override
    public void close() {
        teller.interrupt();
        producer.close(LAST_WORDS);
        lost.addAndGet(waiting.size());
    }
}
