package org.magicanime.eval.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.contracts.EvalCaseCompleted;
import org.magicanime.eval.domain.ReportWriter;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;

/// Hears of cases that have scores, one of which is the last of its evaluation.
@ApplicationScoped
class EvalCaseCompletedConsumer {
    private final Stage stage;
    private final ReportWriter writer;

    EvalCaseCompletedConsumer(Stages stages, ReportWriter writer) {
        this.stage = stages.named("eval");
        this.writer = writer;
    }

    @Incoming("eval-case-completed")
    @Blocking("eval-report")
    void on(ConsumerRecord<String, byte[]> record) {
        stage.process(record, EvalCaseCompleted.class, writer::completed);
    }
}
