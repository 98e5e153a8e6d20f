package org.magicanime.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;
import org.magicanime.video.CutOptions;
import org.magicanime.video.MeasureOptions;

class ClipTestsTest {
    private final SegmentParameters parameters = new SegmentParameters(
            Detector.CONTENT_0_6_7, ClipRules.DEFAULT, MeasureOptions.DEFAULT, CutOptions.DEFAULT, "test");

    @Test
    void eachTestHasTheValueOfTheWorstFrameOfTheClipAndOfNoOther() {
        FilmSketch film =
                new FilmSketch(120).stillFrom(10, 70).stillFrom(80, 92).cutAt(48);
        film.dark[50] = 0.4f;
        film.dark[20] = 0.9f;
        film.deviation[51] = 7;
        film.deviation[10] = 3;

        List<Measure> measures = ClipTests.of(film.measures(), parameters, new FrameSpan(48, 120), 0.991);

        assertThat(measures)
                .containsExactly(
                        new Measure("clip.shortest-seconds", 3, 1, Bound.AT_LEAST),
                        new Measure("clip.black-share", 0.4f, 0.98, Bound.AT_MOST),
                        new Measure("clip.blank-deviation", 7, 2, Bound.AT_LEAST),
                        // 48 to 70 of the picture that stands from 10 to 70.
                        new Measure("clip.longest-still-seconds", 22.0 / 24, 2, Bound.AT_MOST),
                        new Measure("encoder.least-ssim", 0.991, 0.98, Bound.AT_LEAST));
    }

    @Test
    void whatIsLeftOutNamesTheParameterThatItMissed() {
        FilmSketch film = new FilmSketch(240)
                .blackFrom(0, 20)
                .fade(20, 40, 0, 1)
                .stillFrom(100, 160)
                .cutAt(230);

        assertThat(new ClipPlanner(Detector.CONTENT_0_6_7, ClipRules.DEFAULT)
                        .plan(film.measures())
                        .leftOut())
                .extracting(left -> left.held().rule(), left -> left.held().bound())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("clip.black-share", Bound.AT_MOST),
                        org.assertj.core.groups.Tuple.tuple("clip.fade-luma", Bound.AT_MOST),
                        org.assertj.core.groups.Tuple.tuple("clip.longest-still-seconds", Bound.AT_MOST),
                        org.assertj.core.groups.Tuple.tuple("clip.shortest-seconds", Bound.AT_LEAST));
    }

    /// The names are those of the parameters, so that a person who reads one finds the setting.
    @Test
    void everyRuleIsAParameterWithItsThreshold() {
        FilmSketch film = new FilmSketch(48);

        assertThat(ClipTests.of(film.measures(), parameters, new FrameSpan(0, 48), 1))
                .allSatisfy(measure -> assertThat(parameters.byName())
                        .containsEntry(measure.rule(), Double.toString(measure.threshold())));
    }
}
