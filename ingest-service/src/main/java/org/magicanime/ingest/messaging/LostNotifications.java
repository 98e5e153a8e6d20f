package org.magicanime.ingest.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.magicanime.contracts.Busy;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.ingest.domain.Reconciler;
import org.magicanime.stage.EventPublisher;
import org.magicanime.stage.StoreNotification;

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
        publisher.send(new ProducerRecord<>(
                topic, hint.bucket() + "/" + hint.key(), StoreNotification.of(hint, "reconciler")));
    }
}
