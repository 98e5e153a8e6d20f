package org.magicanime.eval.messaging;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.eval.domain.RequestFiles;
import org.magicanime.stage.EventPublisher;
import org.magicanime.stage.Reconciling;
import org.magicanime.stage.StoreNotification;

/// Speaks of requests whose notification was lost, in the store's own words, so that they take the same way as all
/// others.
@ApplicationScoped
class LostRequests {
    private static final Logger LOG = Logger.getLogger(LostRequests.class);

    private final RequestFiles requests;
    private final EventPublisher publisher;
    private final String topic;
    private final Reconciling reconciling;

    LostRequests(
            RequestFiles requests,
            EventPublisher publisher,
            @ConfigProperty(name = "mp.messaging.incoming.eval-submission-created.topic") String topic,
            @ConfigProperty(name = "eval.reconcile-every") Duration every) {
        this.requests = requests;
        this.publisher = publisher;
        this.topic = topic;
        this.reconciling = new Reconciling(every);
    }

    @Scheduled(
            every = Reconciling.ASKED_EVERY,
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void reconcile() {
        reconciling.ifDue(() -> requests.reconcile(this::speak)).ifPresent(missing -> {
            if (missing > 0) {
                LOG.infof("reconciler: %d requests had no evaluation and are taken up again", missing);
            }
        });
    }

    private void speak(ObjectHint hint) {
        publisher.send(new ProducerRecord<>(
                topic, hint.bucket() + "/" + hint.key(), StoreNotification.of(hint, "reconciler")));
    }
}
