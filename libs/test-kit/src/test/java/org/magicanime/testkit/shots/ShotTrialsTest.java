package org.magicanime.testkit.shots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.magicanime.shots.ShotScore;

/// Some of what `bench shots` measures on many more films.
class ShotTrialsTest {
    @ParameterizedTest
    @EnumSource(Difficulty.class)
    void shotsAreFoundWhateverMakesItHard(Difficulty difficulty) {
        ShotTrials trials = new ShotTrials();
        trials.run(new ShotTrial(difficulty, 1005), seen -> {});
        trials.run(new ShotTrial(difficulty, 1010), seen -> {});

        ShotScore score = trials.counts().get(difficulty).boundaries();
        assertThat(score.found()).isGreaterThanOrEqualTo(4);
        assertThat(score.missed()).isZero();
        assertThat(score.wrong()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = "FLASHES")
    void flashesAreNamedAndDivideNothing(Difficulty difficulty) {
        ShotTrials trials = new ShotTrials();
        trials.run(new ShotTrial(difficulty, 1005), seen -> {});
        assertThat(trials.counts().get(difficulty).flashes()).isEqualTo(new ShotScore(3, 0, 0));
    }
}
