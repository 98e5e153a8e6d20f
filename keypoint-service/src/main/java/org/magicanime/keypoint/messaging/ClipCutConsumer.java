package org.magicanime.keypoint.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.contracts.ClipCut;
import org.magicanime.keypoint.domain.ClipPoser;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;

/// Searches every clip for poses.
@ApplicationScoped
class ClipCutConsumer {
    private final Stage stage;
    private final ClipPoser poser;

    ClipCutConsumer(Stages stages, ClipPoser poser) {
        this.stage = stages.named("keypoint");
        this.poser = poser;
    }

    @Incoming("keypoint-clip-cut")
    @Blocking("keypoint")
    void on(ConsumerRecord<String, byte[]> received) {
        stage.process(received, ClipCut.class, poser::pose);
    }
}
