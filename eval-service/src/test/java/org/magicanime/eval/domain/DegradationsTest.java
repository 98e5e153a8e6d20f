package org.magicanime.eval.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.magicanime.eval.domain.metric.PixelError;
import org.magicanime.eval.domain.metric.RgbFrame;

/// Known mistakes: each metric gets worse by them, and those that are mistakes of tools have a name.
class DegradationsTest {
    private static final List<RgbFrame> TRUTH = MadeUpVideos.truth();

    @TempDir
    Path folder;

    private static Stream<Arguments> degradations() {
        return Stream.of(
                Arguments.of("", MadeUpVideos.each(TRUTH, MadeUpVideos::blurred)),
                Arguments.of("", MadeUpVideos.each(TRUTH, MadeUpVideos::noisy)),
                Arguments.of("shifted-by-a-pixel", MadeUpVideos.each(TRUTH, MadeUpVideos::toTheRight)),
                Arguments.of("dropped-frame", MadeUpVideos.without(TRUTH, 9)),
                Arguments.of("colour-range", MadeUpVideos.each(TRUTH, ColourMistake::compressRange)),
                Arguments.of("colour-range", MadeUpVideos.each(TRUTH, ColourMistake::expandRange)),
                Arguments.of("colour-matrix", MadeUpVideos.each(TRUTH, ColourMistake::as709)),
                Arguments.of("colour-matrix", MadeUpVideos.each(TRUTH, ColourMistake::as601)),
                Arguments.of("a-frame-late", MadeUpVideos.late(TRUTH)));
    }

    @ParameterizedTest
    @MethodSource("degradations")
    void aMistakeOfToolsIsNamedAndNothingElseIs(String name, List<RgbFrame> video) {
        MadeUpVideos files = new MadeUpVideos(folder);
        try (VideoFrames truth = files.open(TRUTH);
                VideoFrames made = files.open(video)) {
            assertThat(SuspicionFinder.of(truth, made))
                    .extracting(Suspicion::code)
                    .containsExactlyElementsOf(name.isEmpty() ? List.of() : List.of(name));
        }
    }

    @ParameterizedTest
    @MethodSource("degradations")
    void everyMetricGetsWorse(String name, List<RgbFrame> video) {
        Map<Metric, Double> right = means(TRUTH);
        Map<Metric, Double> wrong = means(video);
        for (Metric metric : right.keySet()) {
            double better = Objects.requireNonNull(right.get(metric));
            double worse = Objects.requireNonNull(wrong.get(metric));
            assertThat(metric.moreIsBetter() ? better - worse : worse - better)
                    .as(metric + " of a video that is " + name)
                    .isGreaterThan(0.0005);
        }
    }

    private static Map<Metric, Double> means(List<RgbFrame> video) {
        FrameScorer scorer = new FrameScorer(Profile.CORRECT, Optional.empty());
        for (int i = 0; i < video.size(); i++) {
            scorer.add(TRUTH.get(i), video.get(i), PixelError.of(TRUTH.get(i), video.get(i)));
        }
        Map<Metric, Double> means = new TreeMap<>();
        scorer.finish().forEach((metric, values) -> means.put(metric, Rounding.mean(values)));
        return means;
    }

    @Test
    void moreOfAMistakeIsWorse() {
        UnaryOperator<RgbFrame> twice = frame -> MadeUpVideos.blurred(MadeUpVideos.blurred(frame));
        Map<Metric, Double> once = means(MadeUpVideos.each(TRUTH, MadeUpVideos::blurred));
        Map<Metric, Double> more = means(MadeUpVideos.each(TRUTH, twice));

        assertThat(more.get(Metric.PSNR)).isLessThan(once.get(Metric.PSNR));
        assertThat(more.get(Metric.SSIM)).isLessThan(once.get(Metric.SSIM));
        assertThat(more.get(Metric.L1)).isGreaterThan(once.get(Metric.L1));
    }

    @Test
    void theTruthItselfIsSuspectedOfNothing() {
        MadeUpVideos files = new MadeUpVideos(folder);
        try (VideoFrames truth = files.open(TRUTH);
                VideoFrames same = files.open(TRUTH)) {
            assertThat(SuspicionFinder.of(truth, same)).isEmpty();
        }
    }
}
