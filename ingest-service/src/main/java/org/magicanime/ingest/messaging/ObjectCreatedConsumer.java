package org.magicanime.ingest.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.contracts.Telling;
import org.magicanime.ingest.domain.FilmIntake;
import org.magicanime.stage.Stage;
import org.magicanime.stage.StageHandler;
import org.magicanime.stage.Stages;
import org.magicanime.stage.StoreNotification;

/// Takes every film that the store or the reconciler speaks of.
@ApplicationScoped
class ObjectCreatedConsumer {
    private final Stage stage;
    private final StageHandler<List<ObjectHint>> work;
    private final String ingestBucket;

    ObjectCreatedConsumer(Stages stages, FilmIntake intake, StoreConfig store, MeterRegistry metrics) {
        this.stage = stages.named("ingest");
        Counter ignored = metrics.counter("pipeline.notifications.ignored", "stage", "ingest");
        this.work = new StageHandler<>() {
            @Override
            public void handle(List<ObjectHint> hints, Telling tell) {
                for (ObjectHint hint : hints) {
                    if (!intake.take(hint, tell)) {
                        ignored.increment();
                    }
                }
            }

            @Override
            public void givenUp(List<ObjectHint> hints, Throwable reason) {
                hints.forEach(intake::giveUp);
            }
        };
        this.ingestBucket = store.ingestBucket();
    }

    @Incoming("ingest-object-created")
    @Blocking("ingest")
    void on(ConsumerRecord<String, byte[]> received) {
        stage.process(received, json -> StoreNotification.created(json, ingestBucket), work);
    }
}
