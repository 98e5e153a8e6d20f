package org.magicanime.shots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.shots.Boundary.Signals;

class ShotScoreTest {
    private static final Signals NOTHING = new Signals(0, 0, 0, 0, 0, 0);
    private final ShotTruth truth = new ShotTruth(
            List.of(100, 200), List.of(new FrameSpan(300, 320)), List.of(new FrameSpan(400, 401)), List.of());

    private static Boundary gradual(int first, int end) {
        return new Boundary(Kind.FADE, first, end, first, 1, NOTHING);
    }

    @Test
    void aCutMayBeOneFrameOffAndIsFoundOnce() {
        List<Boundary> seen = List.of(Boundary.certainCut(101), Boundary.certainCut(102), Boundary.certainCut(200));
        assertThat(ShotScore.ofCuts(seen, truth)).isEqualTo(new ShotScore(2, 0, 1));
        assertThat(ShotScore.ofCuts(List.of(Boundary.certainCut(198)), truth)).isEqualTo(new ShotScore(0, 2, 1));
    }

    @Test
    void cutsInFadesAndInWhatIsAmbiguousCountNeitherWay() {
        List<Boundary> seen = List.of(Boundary.certainCut(299), Boundary.certainCut(310), Boundary.certainCut(400));
        assertThat(ShotScore.ofCuts(seen, truth)).isEqualTo(new ShotScore(0, 2, 0));
    }

    @Test
    void aFadeIsFoundIfHalfOfBothRangesIsCommon() {
        assertThat(ShotScore.ofGradual(List.of(gradual(300, 310)), truth)).isEqualTo(new ShotScore(1, 0, 0));
        assertThat(ShotScore.ofGradual(List.of(gradual(300, 309)), truth)).isEqualTo(new ShotScore(0, 1, 0));
        assertThat(ShotScore.ofGradual(List.of(gradual(500, 509)), truth)).isEqualTo(new ShotScore(0, 1, 1));
    }

    @Test
    void measuresAreThoseOfTheField() {
        ShotScore score = new ShotScore(3, 1, 2);
        assertThat(score.precision()).isEqualTo(0.6);
        assertThat(score.recall()).isEqualTo(0.75);
        assertThat(score.f1()).isEqualTo(6.0 / 9);
        assertThat(new ShotScore(0, 0, 0).f1()).isEqualTo(1);
    }

    @Test
    void everyFrameIsInOneShotAndFlashesDivideNothing() {
        List<Boundary> seen = List.of(
                Boundary.certainCut(10),
                new Boundary(Kind.FLASH, 15, 17, 17, 1, NOTHING),
                new Boundary(Kind.DISSOLVE, 20, 30, 25, 1, NOTHING));
        assertThat(Shots.between(seen, 40))
                .containsExactly(new FrameSpan(0, 10), new FrameSpan(10, 25), new FrameSpan(25, 40));
        assertThat(Shots.between(List.of(), 1)).containsExactly(new FrameSpan(0, 1));
    }
}
