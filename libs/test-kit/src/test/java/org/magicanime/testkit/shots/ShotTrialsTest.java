package org.magicanime.testkit.shots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Why;
import org.magicanime.shots.ShotScore;

/// Some of what `bench shots` measures on many more films.
class ShotTrialsTest {
    @Test
    void shotsAreFoundWhateverMakesItHard() {
        for (Difficulty difficulty : Difficulty.values()) {
            ShotTrials trials = new ShotTrials();
            trials.run(new ShotTrial(difficulty, 1005), seen -> {});
            trials.run(new ShotTrial(difficulty, 1010), seen -> {});

            ShotScore score = trials.counts(difficulty).boundaries();
            assertThat(score.found()).as("%s", difficulty).isGreaterThanOrEqualTo(4);
            assertThat(score.missed()).as("%s", difficulty).isZero();
            assertThat(score.wrong()).as("%s", difficulty).isZero();
        }
    }

    @Test
    void flashesAreNamedAndDivideNothing() {
        ShotTrials trials = new ShotTrials();
        trials.run(new ShotTrial(Difficulty.FLASHES, 1005), seen -> {});
        assertThat(trials.counts(Difficulty.FLASHES).flashes()).isEqualTo(new ShotScore(3, 0, 0));
    }

    /// Pictures of much the same place: the first look finds neither.
    @Test
    void aSecondLookFindsCutsWithinShotsWhoseEndsDiffer() {
        for (ShotTrial trial : List.of(new ShotTrial(Difficulty.ALIKE, 1016), new ShotTrial(Difficulty.PANS, 1019))) {
            List<Boundary> found = new ArrayList<>();
            ShotTrials trials = new ShotTrials();
            trials.run(trial, found::addAll);

            assertThat(trials.counts(trial.difficulty()).cuts()).isEqualTo(new ShotScore(2, 0, 0));
            assertThat(found).extracting(Boundary::why).contains(Why.SECOND_LOOK);
        }
    }

    @Test
    void aSeedIsAFilm() {
        ShotTrial trial = new ShotTrial(Difficulty.NOISE, 1);
        assertThat(trial.picture(20)).isEqualTo(new ShotTrial(Difficulty.NOISE, 1).picture(20));
        assertThat(trial.truth()).isNotEqualTo(new ShotTrial(Difficulty.NOISE, 2).truth());
    }
}
