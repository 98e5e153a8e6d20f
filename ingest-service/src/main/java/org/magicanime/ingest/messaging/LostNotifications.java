package org.magicanime.ingest.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.ingest.domain.Reconciler;
import org.magicanime.stage.EventPublisher;
import org.magicanime.stage.Reconciling;
import org.magicanime.stage.StoreNotification;

/// Speaks of objects whose notification was lost, in the store's own words, so that they take the same way as all
/// others.
@ApplicationScoped
class LostNotifications {
    private static final Logger LOG = Logger.getLogger(LostNotifications.class);

    private final Reconciler reconciler;
    private final EventPublisher publisher;
    private final String topic;
    private final Reconciling reconciling;
    private final MeterRegistry metrics;
    private final AtomicLong lastSuccess;

    LostNotifications(
            Reconciler reconciler,
            EventPublisher publisher,
            @ConfigProperty(name = "mp.messaging.incoming.ingest-object-created.topic") String topic,
            @ConfigProperty(name = "ingest.reconcile-every") Duration every,
            MeterRegistry metrics) {
        this.reconciler = reconciler;
        this.publisher = publisher;
        this.topic = topic;
        this.reconciling = new Reconciling(every);
        this.metrics = metrics;
        this.lastSuccess = metrics.gauge("pipeline.reconciler.last.success.timestamp", new AtomicLong());
    }

    @Scheduled(
            every = Reconciling.ASKED_EVERY,
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void reconcile() {
        reconciling.ifDue(() -> reconciler.reconcile(this::speak)).ifPresent(missing -> {
            metrics.counter("pipeline.reconciler.missing").increment(missing);
            lastSuccess.set(System.currentTimeMillis() / 1000);
            if (missing > 0) {
                LOG.infof("reconciler: %d objects in the ingest bucket had no receipt and are taken up again", missing);
            }
        });
    }

    private void speak(ObjectHint hint) {
        publisher.send(new ProducerRecord<>(
                topic, hint.bucket() + "/" + hint.key(), StoreNotification.of(hint, "reconciler")));
    }
}
