package org.magicanime.ingest.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.ingest.domain.FilmIntake;
import org.magicanime.ingest.domain.ObjectHint;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;

/// Takes every film that the store or the reconciler speaks of.
@ApplicationScoped
class ObjectCreatedConsumer {
    private final Stage stage;
    private final FilmIntake intake;
    private final String ingestBucket;

    ObjectCreatedConsumer(Stages stages, FilmIntake intake, StoreConfig store) {
        this.stage = stages.named("ingest");
        this.intake = intake;
        this.ingestBucket = store.ingestBucket();
    }

    @Incoming("ingest-object-created")
    @Blocking("ingest")
    void on(ConsumerRecord<String, byte[]> received) {
        stage.<List<ObjectHint>>process(
                received,
                json -> StoreNotification.created(json, ingestBucket),
                (hints, tell) -> hints.forEach(hint -> intake.take(hint, tell)));
    }
}
