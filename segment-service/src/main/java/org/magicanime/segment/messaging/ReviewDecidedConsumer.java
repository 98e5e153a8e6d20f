package org.magicanime.segment.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.segment.Cutters;
import org.magicanime.stage.Stage;
import org.magicanime.stage.StageHandler;
import org.magicanime.stage.Stages;

/// Cuts what people trimmed.
@ApplicationScoped
class ReviewDecidedConsumer {
    private final Stage stage;
    private final AwaitedModels<Cutters> cutters;

    ReviewDecidedConsumer(Stages stages, AwaitedModels<Cutters> cutters) {
        this.stage = stages.named("segment");
        this.cutters = cutters;
    }

    @Incoming("segment-review-decided")
    @Blocking("segment")
    void on(ConsumerRecord<String, byte[]> received) {
        stage.process(received, ReviewDecided.class, trimming(cutters));
    }

    /// Most decisions are others, and need not wait for a model.
    static StageHandler<ReviewDecided> trimming(Supplier<Cutters> cutters) {
        return (decision, tell) -> {
            if (decision.trim() != null) {
                cutters.get().trimmer().decided(decision, tell);
            }
        };
    }
}
