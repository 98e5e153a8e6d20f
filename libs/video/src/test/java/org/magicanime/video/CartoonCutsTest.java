package org.magicanime.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.shots.ShotScore;
import org.magicanime.shots.ShotTruth;
import org.magicanime.video.measure.Measuring;

/// The detector `cartoon` on real films, whose cuts people marked.
class CartoonCutsTest {
    @ParameterizedTest
    @ValueSource(strings = {"popeye_T01_p2.mkv", "popeye_T03_p1.mkv", "mov_bbb.mp4", "sintel_threejs.mp4"})
    void findsWhatPeopleSee(String name) throws Exception {
        ReviewedCuts reviewed = ReviewedCuts.of(name);
        ShotTruth truth = reviewed.truth();

        FilmMeasures measures = Measuring.measure(reviewed.film(), MeasureOptions.CARTOON, frames -> {});

        assertThat(ShotScore.ofCuts(measures.boundaries(), truth))
                .isEqualTo(new ShotScore(truth.cuts().size(), 0, 0));
        ShotScore gradual = ShotScore.ofGradual(measures.boundaries(), truth);
        assertThat(gradual.wrong()).isZero();
        assertThat(gradual.recall()).isGreaterThanOrEqualTo(0.8);
    }
}
