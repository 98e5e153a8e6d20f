package org.magicanime.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.magicanime.video.Scan;
import org.magicanime.video.UnreadableFilmException;

class ClipRulesTest {
    private static final Scan INTERLACED = new Scan(Scan.Kind.INTERLACED, 40, 0.95);
    private static final Scan TELECINED = new Scan(Scan.Kind.TELECINED, 40, 0.4);

    @Test
    void filmsWithRowsOfTwoMomentsAreTakenUnlessOneSaysOtherwise() {
        assertThatCode(() -> ClipRules.DEFAULT.checkScan(INTERLACED)).doesNotThrowAnyException();
        assertThatCode(() -> atMost(0.2).checkScan(new Scan(Scan.Kind.PROGRESSIVE, 40, 0.1)))
                .doesNotThrowAnyException();
        assertThatCode(() -> atMost(0.2).checkScan(Scan.UNKNOWN)).doesNotThrowAnyException();
        assertThatCode(() -> atMost(0.5).checkScan(TELECINED)).doesNotThrowAnyException();

        assertThatThrownBy(() -> atMost(0.2).checkScan(INTERLACED))
                .isInstanceOfSatisfying(
                        UnreadableFilmException.class, e -> assertThat(e.code()).isEqualTo("interlaced"));
        assertThatThrownBy(() -> atMost(0.2).checkScan(TELECINED))
                .isInstanceOfSatisfying(UnreadableFilmException.class, e -> {
                    assertThat(e.code()).isEqualTo("telecined");
                    assertThat(e.measured()).isEqualTo(0.4);
                    assertThat(e.threshold()).isEqualTo(0.2);
                });
    }

    private static ClipRules atMost(double share) {
        ClipRules usual = ClipRules.DEFAULT;
        return new ClipRules(
                usual.shortestSeconds(),
                usual.longestSeconds(),
                usual.targetSeconds(),
                usual.blackShare(),
                usual.blankDeviation(),
                usual.fadeLuma(),
                usual.longestFadeSeconds(),
                usual.longestStillSeconds(),
                share);
    }
}
