package org.magicanime.segment.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.segment.Cutters;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;

/// Cuts every ingested film into clips.
@ApplicationScoped
class VideoIngestedConsumer {
    private final Stage stage;
    private final AwaitedModels<Cutters> cutters;

    VideoIngestedConsumer(Stages stages, AwaitedModels<Cutters> cutters) {
        this.stage = stages.named("segment");
        this.cutters = cutters;
    }

    @Incoming("segment-video-ingested")
    @Blocking("segment")
    void on(ConsumerRecord<String, byte[]> received) {
        stage.process(
                received,
                VideoIngested.class,
                (video, tell) -> cutters.get().video().cut(video, tell));
    }
}
