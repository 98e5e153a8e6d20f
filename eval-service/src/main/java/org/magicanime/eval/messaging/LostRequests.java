package org.magicanime.eval.messaging;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.magicanime.contracts.Busy;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.eval.domain.RequestFiles;
import org.magicanime.stage.EventPublisher;
import org.magicanime.stage.StoreNotification;

/// Speaks of requests whose notification was lost, in the store's own words, so that they take the same way as all
/// others.
@ApplicationScoped
class LostRequests {
    private static final Logger LOG = Logger.getLogger(LostRequests.class);

    private final RequestFiles requests;
    private final EventPublisher publisher;
    private final String topic;

    LostRequests(
            RequestFiles requests,
            EventPublisher publisher,
            @ConfigProperty(name = "mp.messaging.incoming.eval-submission-created.topic") String topic) {
        this.requests = requests;
        this.publisher = publisher;
        this.topic = topic;
    }

    @Scheduled(
            every = "${eval.reconcile-every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void reconcile() {
        try {
            int missing = requests.reconcile(this::speak);
            if (missing > 0) {
                LOG.infof("reconciler: %d requests had no evaluation and are taken up again", missing);
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
