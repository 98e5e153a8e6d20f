package org.magicanime.eval.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.contracts.EvalCaseRequested;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.Telling;
import org.magicanime.eval.Evaluators;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.stage.Stage;
import org.magicanime.stage.StageHandler;
import org.magicanime.stage.Stages;

/// Hears which case is to be scored.
@ApplicationScoped
class EvalCaseRequestedConsumer implements StageHandler<EvalCaseRequested> {
    private final Stage stage;
    private final AwaitedModels<Evaluators> evaluators;

    EvalCaseRequestedConsumer(Stages stages, AwaitedModels<Evaluators> evaluators) {
        this.stage = stages.named("eval");
        this.evaluators = evaluators;
    }

    @Incoming("eval-case-requested")
    @Blocking("eval-case")
    void on(ConsumerRecord<String, byte[]> record) {
        stage.process(record, EvalCaseRequested.class, this);
    }

    @Override
    public void handle(EvalCaseRequested request, Telling tell) {
        evaluators.get().scorer().score(request, tell);
    }

    /// Otherwise the evaluation would never end.
    @Override
    public void givenUp(EvalCaseRequested request, Throwable reason) {
        evaluators.get().scorer().giveUp(request, reason, new Telling() {
            @Override
            public void accept(PipelineEvent event) {
                stage.tell(event);
            }

            @Override
            public void all(List<? extends PipelineEvent> events) {
                events.forEach(this);
            }
        });
    }
}
