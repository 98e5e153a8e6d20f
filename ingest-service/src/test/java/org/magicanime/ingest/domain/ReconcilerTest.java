package org.magicanime.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.testkit.HandMadeFilm;
import org.magicanime.testkit.SetClock;

/// Objects whose notification was lost, on a real store.
class ReconcilerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock();
    private final List<ObjectHint> spokenOf = new ArrayList<>();
    private Intake intake;
    private Reconciler reconciler;

    @BeforeEach
    void start() throws Exception {
        intake = new Intake(folder);
        reconciler = reconciler();
    }

    @AfterEach
    void stop() throws Exception {
        intake.close();
    }

    @Test
    void anObjectWithoutAReceiptIsSpokenOfOnceItsNotificationIsOverdueAndThenWaitsInTheTopic() {
        ObjectHint lost = intake.drop("japan/A/lost é+ %2F.mkv", film(1));
        assertThat(reconciler.reconcile(spokenOf::add)).isZero();

        clock.add(PATIENCE.plusMinutes(1));

        assertThat(reconciler.reconcile(spokenOf::add)).isEqualTo(1);
        assertThat(spokenOf).containsExactly(lost);
        for (int round = 0; round < 100; round++) {
            clock.add(Duration.ofMinutes(2));
            assertThat(reconciler.reconcile(spokenOf::add)).isZero();
        }
        clock.add(Duration.ofDays(1));
        assertThat(reconciler.reconcile(spokenOf::add)).isEqualTo(1);
    }

    @Test
    void anObjectThatHasAReceiptOrWasGivenUpIsNotSpokenOfAlsoNotByAnotherProcess() {
        ObjectHint taken = intake.drop("japan/A/taken.mkv", film(2));
        ObjectHint refused = intake.drop("japan/A/refused.mkv", new byte[100]);
        ObjectHint poison = intake.drop("japan/A/poison.mkv", film(3));
        intake.usual().take(taken, event -> {});
        intake.usual().take(refused, event -> {});
        intake.usual().giveUp(poison);

        clock.add(Duration.ofDays(2));

        assertThat(reconciler.reconcile(spokenOf::add)).isZero();
        assertThat(reconciler().reconcile(spokenOf::add)).isZero();
    }

    @Test
    void anObjectThatIsReplacedIsSpokenOfAsANewOne() {
        ObjectHint hint = intake.drop("japan/A/x.mkv", film(4));
        clock.add(PATIENCE.plusMinutes(1));
        reconciler.reconcile(spokenOf::add);
        intake.drop(hint.key(), film(5));

        clock.add(PATIENCE.multipliedBy(2));

        assertThat(reconciler.reconcile(spokenOf::add)).isEqualTo(1);
    }

    @Test
    void anObjectThatCouldNotBeSpokenOfIsSpokenOfInTheNextRound() {
        intake.drop("japan/A/y.mkv", film(6));
        clock.add(PATIENCE.plusMinutes(1));
        try {
            reconciler.reconcile(hint -> {
                throw new IllegalStateException("the broker is away");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the broker is away");
        }

        assertThat(reconciler.reconcile(spokenOf::add)).isEqualTo(1);
    }

    private Reconciler reconciler() {
        return new Reconciler(intake.store, intake.receipts, Intake.INGEST, PATIENCE, clock);
    }

    private static byte[] film(int seed) {
        return HandMadeFilm.ofGreys(32, 32, 2, seed).bytes();
    }
}
