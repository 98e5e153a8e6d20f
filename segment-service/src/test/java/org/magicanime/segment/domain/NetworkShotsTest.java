package org.magicanime.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.shots.Boundary.Signals;
import org.magicanime.shots.Boundary.Why;
import org.magicanime.shots.Shots;

class NetworkShotsTest {
    private static float[] scores(int frames, int... above) {
        float[] scores = new float[frames];
        for (int frame : above) {
            scores[frame] = 0.75f;
        }
        return scores;
    }

    @Test
    void aShotBeginsAfterEachRunAboveTheThreshold() {
        float[] scores = scores(60, 9, 20, 21, 22, 40);
        scores[21] = 0.9f;
        // Not above it.
        scores[50] = 0.5f;

        List<Boundary> boundaries = NetworkShots.boundaries(scores);

        assertThat(boundaries).extracting(Boundary::begins).containsExactly(10, 23, 41);
        assertThat(boundaries).allSatisfy(one -> {
            assertThat(one.kind()).isEqualTo(Kind.CUT);
            assertThat(one.why()).isEqualTo(Why.NETWORK);
        });
        assertThat(boundaries.get(1).confidence()).isCloseTo(0.9, within(1e-6));
        assertThat(boundaries.get(1).signals().network()).isCloseTo(0.9, within(1e-6));
        assertThat(Shots.between(boundaries, 60))
                .containsExactly(
                        new FrameSpan(0, 10), new FrameSpan(10, 23), new FrameSpan(23, 41), new FrameSpan(41, 60));
    }

    @Test
    void runsAtBothEndsDivideNothing() {
        assertThat(NetworkShots.boundaries(scores(20, 0, 1, 18, 19))).isEmpty();
        assertThat(NetworkShots.boundaries(scores(3, 0, 1, 2))).isEmpty();
    }

    @Test
    void anOpinionIsTheHighestScoreThereAndChangesNothingElse() {
        Boundary cut = new Boundary(Kind.CUT, 10, 10, 10, 0.95, new Signals(30, 4, 1, 2, 1, 9), Why.SECOND_LOOK);
        Boundary fade = new Boundary(Kind.FADE, 30, 40, 40, 0.8, new Signals(30, 4, 1, 0, 0, 0.99));
        float[] scores = scores(60);
        scores[7] = 0.9f;
        scores[8] = 0.3f;
        scores[9] = 0.6f;
        scores[41] = 0.2f;
        scores[42] = 0.8f;

        List<Boundary> judged = NetworkShots.withOpinion(List.of(cut, fade), scores);

        assertThat(judged).extracting(one -> one.signals().network()).containsExactly((double) 0.6f, (double) 0.2f);
        assertThat(judged.getFirst().withSignals(cut.signals())).isEqualTo(cut);
        assertThat(judged.getLast().withSignals(fade.signals())).isEqualTo(fade);
    }

    @Test
    void anOpinionAtTheEdgeOfTheFilmLooksAtNoFrameBeyond() {
        Boundary fade = new Boundary(Kind.FADE, 1, 20, 1, 0.8, new Signals(30, 4, 1, 0, 0, 0.99));
        assertThat(NetworkShots.withOpinion(List.of(fade), scores(20, 19))
                        .getFirst()
                        .signals()
                        .network())
                .isEqualTo(0.75);
    }
}
