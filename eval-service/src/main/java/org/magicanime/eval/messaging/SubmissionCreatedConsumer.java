package org.magicanime.eval.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.contracts.Telling;
import org.magicanime.eval.domain.RequestFiles;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;
import org.magicanime.stage.StoreNotification;

/// Hears of what is dropped beside methods' videos. Only requests among it matter: videos are looked up when one comes.
@ApplicationScoped
class SubmissionCreatedConsumer {
    private final Stage stage;
    private final RequestFiles requests;

    SubmissionCreatedConsumer(Stages stages, RequestFiles requests) {
        this.stage = stages.named("eval");
        this.requests = requests;
    }

    @Incoming("eval-submission-created")
    @Blocking("eval")
    void on(ConsumerRecord<String, byte[]> record) {
        stage.process(record, json -> StoreNotification.created(json, requests.bucket()), this::take);
    }

    private void take(List<ObjectHint> hints, Telling tell) {
        hints.forEach(hint -> requests.take(hint, tell));
    }
}
