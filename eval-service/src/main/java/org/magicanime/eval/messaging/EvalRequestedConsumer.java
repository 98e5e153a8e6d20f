package org.magicanime.eval.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.eval.Evaluators;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;

/// Hears what is to be evaluated.
@ApplicationScoped
class EvalRequestedConsumer {
    private final Stage stage;
    private final AwaitedModels<Evaluators> evaluators;

    EvalRequestedConsumer(Stages stages, AwaitedModels<Evaluators> evaluators) {
        this.stage = stages.named("eval");
        this.evaluators = evaluators;
    }

    @Incoming("eval-requested")
    @Blocking("eval")
    void on(ConsumerRecord<String, byte[]> record) {
        stage.process(
                record,
                EvalRequested.class,
                (request, tell) -> evaluators.get().planner().plan(request, tell));
    }
}
