package org.magicanime.eval.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.eval.domain.EvaluationPlanner;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;

/// Hears what is to be evaluated.
@ApplicationScoped
class EvalRequestedConsumer {
    private final Stage stage;
    private final EvaluationPlanner planner;

    EvalRequestedConsumer(Stages stages, EvaluationPlanner planner) {
        this.stage = stages.named("eval");
        this.planner = planner;
    }

    @Incoming("eval-requested")
    @Blocking("eval")
    void on(ConsumerRecord<String, byte[]> record) {
        stage.process(record, EvalRequested.class, planner::plan);
    }
}
