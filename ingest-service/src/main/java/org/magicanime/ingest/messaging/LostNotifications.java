package org.magicanime.ingest.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.magicanime.contracts.Busy;
import org.magicanime.ingest.domain.ObjectHint;
import org.magicanime.ingest.domain.Reconciler;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.EventPublisher;

/// Speaks of objects whose notification was lost, in the store's own words, so that they take the same way as all
/// others.
@ApplicationScoped
class LostNotifications {
    private static final Logger LOG = Logger.getLogger(LostNotifications.class);

    private final Reconciler reconciler;
    private final EventPublisher publisher;
    private final String topic;
    private final MeterRegistry metrics;
    private final AtomicLong lastSuccess;

    LostNotifications(
            Reconciler reconciler,
            EventPublisher publisher,
            @ConfigProperty(name = "mp.messaging.incoming.ingest-object-created.topic") String topic,
            MeterRegistry metrics) {
        this.reconciler = reconciler;
        this.publisher = publisher;
        this.topic = topic;
        this.metrics = metrics;
        this.lastSuccess = metrics.gauge("pipeline.reconciler.last.success.timestamp", new AtomicLong());
    }

    @Scheduled(
            every = "${ingest.reconcile-every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void reconcile() {
        try {
            int missing = reconciler.reconcile(this::speak);
            metrics.counter("pipeline.reconciler.missing").increment(missing);
            lastSuccess.set(System.currentTimeMillis() / 1000);
            if (missing > 0) {
                LOG.infof("reconciler: %d objects in the ingest bucket had no receipt and are taken up again", missing);
            }
        } catch (RuntimeException e) {
            if (!(e instanceof Busy)) {
                throw e;
            }
            LOG.warnf("reconciler: the store or the broker is away (%s); next try in the next period", e.getMessage());
        }
    }

    private void speak(ObjectHint hint) {
        String key = URLEncoder.encode(hint.key(), UTF_8);
        Map<String, Object> notification = Map.of(
                "EventName",
                "s3:ObjectCreated:Put",
                "Key",
                hint.bucket() + "/" + hint.key(),
                "Records",
                List.of(Map.of(
                        "eventVersion",
                        "2.0",
                        "eventSource",
                        "magicanime:reconciler",
                        "eventName",
                        "s3:ObjectCreated:Put",
                        "s3",
                        Map.of("bucket", Map.of("name", hint.bucket()), "object", Map.of("key", key)))));
        publisher.send(new ProducerRecord<>(topic, hint.bucket() + "/" + hint.key(), EventJson.write(notification)));
    }
}
