package org.magicanime.caption.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.caption.domain.ClipCaptioner;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;

/// Captions every clip that was searched for poses.
@ApplicationScoped
class ClipPosedConsumer {
    private final Stage stage;
    private final ClipCaptioner captioner;

    ClipPosedConsumer(Stages stages, ClipCaptioner captioner) {
        this.stage = stages.named("caption");
        this.captioner = captioner;
    }

    @Incoming("caption-clip-posed")
    @Blocking("caption")
    void on(ConsumerRecord<String, byte[]> received) {
        stage.process(received, ClipPosed.class, captioner::caption);
    }
}
