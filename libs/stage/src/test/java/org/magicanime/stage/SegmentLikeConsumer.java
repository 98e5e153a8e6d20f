package org.magicanime.stage;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Telling;
import org.magicanime.contracts.VideoIngested;

/// A service as small as one can be: keeps an artifact and tells of it. A test may give it other work.
@ApplicationScoped
public class SegmentLikeConsumer {
    private final Stage stage;
    private final ArtifactStore store;
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final List<String> computed = new CopyOnWriteArrayList<>();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();
    private volatile StageHandler<VideoIngested> work = this::keepAndTell;

    SegmentLikeConsumer(Stages stages, ArtifactStore store) {
        this.stage = stages.named("segment");
        this.store = store;
    }

    @Incoming("segment-video-ingested")
    @Blocking("segment")
    void on(ConsumerRecord<String, byte[]> record) {
        stage.process(record, VideoIngested.class, new StageHandler<>() {
            @Override
            public void handle(VideoIngested film, Telling tell) throws Exception {
                begun.add(film.videoId());
                work.handle(film, tell);
            }

            @Override
            public void givenUp(VideoIngested film, Throwable reason) {
                givenUp.add(film.videoId() + " " + reason);
            }
        });
    }

    void keepAndTell(VideoIngested film, Telling tell) {
        ArtifactRef segments = Films.segments(film);
        if (store.stat(segments.bucket(), segments.key()).isEmpty()) {
            computed.add(film.videoId());
            store.put(
                    segments.bucket(),
                    segments.key(),
                    film.videoId().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    segments.mediaType());
        }
        tell.accept(Films.segmented(film));
    }

    void doWork(StageHandler<VideoIngested> other) {
        work = other;
    }

    void doUsualWork() {
        work = this::keepAndTell;
    }

    /// Films in the order in which tries of them began.
    List<String> begun() {
        return begun;
    }

    List<String> computed() {
        return computed;
    }

    List<String> givenUp() {
        return givenUp;
    }
}
