package org.magicanime.dataset.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.magicanime.dataset.domain.Heard;
import org.magicanime.dataset.domain.Ledger;
import org.magicanime.dataset.domain.Ledger.TopicPlace;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.stage.BatchHandler;
import org.magicanime.stage.Stage;
import org.magicanime.stage.Stages;

/// Writes down every event and every dead letter.
@ApplicationScoped
class EventsConsumer implements BatchHandler<Heard> {
    private final Stage stage;
    private final HeardReader reader = new HeardReader();
    private final LedgerKeeper keeper;
    private final Ledger ledger;

    EventsConsumer(Stages stages, LedgerKeeper keeper, Ledger ledger) {
        this.stage = stages.named("dataset");
        this.keeper = keeper;
        this.ledger = ledger;
    }

    @Incoming("dataset-events")
    @Blocking("dataset")
    void on(ConsumerRecords<String, byte[]> received) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        received.forEach(records::add);
        stage.processAll(records, reader::read, this);
    }

    @Override
    public void handle(List<Heard> heard) {
        keeper.keep(heard);
    }

    @Override
    public void reached(List<Position> positions) {
        Map<TopicPlace, Long> next = positions.stream()
                .collect(Collectors.toMap(
                        position -> new TopicPlace(position.topic(), position.partition()), Position::next));
        ledger.reached(next);
    }
}
