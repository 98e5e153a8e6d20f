package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.stage.DeadLetter;

class LedgerTest {
    private static final String OBJECT = "0123456789abcdef0123456789abcdef";
    private static final DeadLetter LETTER = new DeadLetter(
            "object.created.v1.ingest.dlq", 0, "ingest/a", "no reason", "object.created.v1", null, false);

    private final Told told = new Told();
    private final Queue<Optional<List<DeadLetter>>> answers = new ArrayDeque<>();
    private final Ledger ledger = ledger();

    @Test
    void aBrokerThatIsAwayEndsNothing() {
        answers.add(Optional.empty());

        ledger.readOn();
        assertThat(ledger.deadLetters()).isEmpty();

        answers.add(Optional.of(List.of(LETTER)));
        long end = System.nanoTime() + 20_000_000_000L;
        while (ledger.deadLetters().isEmpty() && System.nanoTime() < end) {
            ledger.readOn();
        }
        assertThat(ledger.deadLetters()).containsExactly(LETTER);
    }

    @Test
    void whatIsToldTwiceCountsOnceAndIsNoContradiction() {
        tell(rejected("truncated"));
        tell(rejected("truncated"));

        ledger.readOn();

        assertThat(ledger.rejections()).hasSize(1);
        assertThat(ledger.contradictions()).isEmpty();
    }

    @Test
    void whatIsToldTwiceWithTwoContentsIsAContradiction() {
        tell(rejected("truncated"));
        tell(rejected("too-large"));

        ledger.readOn();

        assertThat(ledger.contradictions()).hasSize(1).allMatch(id -> id.contains(OBJECT));
    }

    @Test
    void aFilmIsPosedWhenAllOfItsClipsAreWhateverIsHeardFirst() {
        answers.add(Optional.of(List.of()));
        Fates fates = new Fates(ledger, LastStage.KEYPOINT);
        Fates withoutPoses = new Fates(ledger, LastStage.SEGMENT);
        told.tell(Films.ingested());
        told.tell(Films.segmented(2));
        told.tell(Films.posed(0));
        told.tell(Films.cut(0));
        ledger.readOn();
        assertThat(fates.of(Films.ORIGIN)).isEqualTo(Fates.Fate.IN_WORK);
        assertThat(withoutPoses.of(Films.ORIGIN)).isEqualTo(Fates.Fate.DONE);

        told.tell(Films.cut(1));
        ledger.readOn();
        assertThat(fates.of(Films.ORIGIN)).isEqualTo(Fates.Fate.IN_WORK);

        told.tell(Films.posed(1));
        ledger.readOn();
        assertThat(fates.of(Films.ORIGIN)).isEqualTo(Fates.Fate.DONE);
    }

    private void tell(ItemRejected event) {
        answers.add(Optional.of(List.of()));
        told.tell(event);
    }

    private static ItemRejected rejected(String code) {
        return new ItemRejected(
                OBJECT,
                "ingest",
                code,
                "for a test",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                java.util.Map.of());
    }

    private Ledger ledger() {
        return told.ledger(
                () -> answers.remove().orElseThrow(() -> new TimeoutException("the broker does not answer")));
    }
}
