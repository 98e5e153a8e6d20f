package org.magicanime.audio.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.audio.domain.SpeechExtractor;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;

/// Judges the sound of every clip's face clips.
@ApplicationScoped
class FacesCroppedConsumer {
    private final Stage stage;
    private final SpeechExtractor extractor;

    FacesCroppedConsumer(Stages stages, SpeechExtractor extractor) {
        this.stage = stages.named("audio");
        this.extractor = extractor;
    }

    @Incoming("audio-face-cropped")
    @Blocking("audio")
    void on(ConsumerRecord<String, byte[]> received) {
        stage.process(received, FacesCropped.class, extractor::extract);
    }
}
