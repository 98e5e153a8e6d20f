package org.magicanime.facecrop.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.facecrop.domain.FaceCropper;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;

/// Cuts faces out of every clip's pose spans.
@ApplicationScoped
class ClipPosedConsumer {
    private final Stage stage;
    private final FaceCropper cropper;

    ClipPosedConsumer(Stages stages, FaceCropper cropper) {
        this.stage = stages.named("face-crop");
        this.cropper = cropper;
    }

    @Incoming("face-crop-clip-posed")
    @Blocking("face-crop")
    void on(ConsumerRecord<String, byte[]> received) {
        stage.process(received, ClipPosed.class, cropper::crop);
    }
}
