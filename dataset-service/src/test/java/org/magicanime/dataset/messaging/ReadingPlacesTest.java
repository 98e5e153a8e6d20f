package org.magicanime.dataset.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.domain.Ledger;
import org.magicanime.dataset.domain.Ledger.TopicPlace;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresLedger;
import org.postgresql.ds.PGSimpleDataSource;

class ReadingPlacesTest {
    private static final TopicPartition CLIPS = new TopicPartition("clip.cut.v1", 3);

    private final Ledger ledger = new PostgresLedger(new LedgerDatabase(LedgerServer.emptyDatabase()));

    @Test
    void aNewLedgerHearsEverythingAgain() {
        assertThat(begins(ledger, 40)).isZero();
    }

    @Test
    void aLedgerThatIsBehindHearsWhatItLacks() {
        ledger.reached(Map.of(place(), 25L));

        assertThat(begins(ledger, 40)).isEqualTo(25);
    }

    @Test
    void aLedgerThatIsAheadChangesNothing() {
        ledger.reached(Map.of(place(), 41L));

        assertThat(begins(ledger, 40)).isEqualTo(40);
    }

    @Test
    void whatWasReachedIsNeverTakenBack() {
        ledger.reached(Map.of(place(), 41L));
        ledger.reached(Map.of(place(), 12L));

        assertThat(ledger.reached(Set.of(place()))).isEqualTo(Map.of(place(), 41L));
    }

    @Test
    void aLedgerThatCannotBeAskedHearsEverythingAgain() {
        PGSimpleDataSource away = new PGSimpleDataSource();
        away.setUrl("jdbc:postgresql://127.0.0.1:1/none");

        assertThat(begins(new PostgresLedger(new LedgerDatabase(away)), 40)).isZero();
    }

    /// Where a consumer reads on that has committed an offset.
    private static long begins(Ledger ledger, long committed) {
        try (MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest")) {
            consumer.assign(List.of(CLIPS));
            consumer.updateBeginningOffsets(Map.of(CLIPS, 0L));
            consumer.commitSync(Map.of(CLIPS, new OffsetAndMetadata(committed)));
            consumer.seek(CLIPS, committed);
            new ReadingPlaces(ledger).onPartitionsAssigned(consumer, List.of(CLIPS));
            return consumer.position(CLIPS);
        }
    }

    private static TopicPlace place() {
        return new TopicPlace(CLIPS.topic(), CLIPS.partition());
    }
}
