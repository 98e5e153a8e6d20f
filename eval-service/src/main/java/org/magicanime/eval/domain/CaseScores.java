package org.magicanime.eval.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.Style;

/// What was measured of one case: `cases/{caseId}.json`.
///
/// @param evalId the evaluation
/// @param caseId the case
/// @param task what the method was asked
/// @param style of the case
/// @param difficulty of the case
/// @param failure why the video does not count; absent if it counts
/// @param frames that were compared
/// @param frameMeans metrics by name, each the mean over the frames; empty if the video does not count
/// @param perFrame metrics of the paper by name, frame by frame
/// @param suspicions mistakes that the video looks like, whether it counts or not
/// @param videoSha256 of the method's video; absent if there is none
public record CaseScores(
        String evalId,
        String caseId,
        BenchmarkTask task,
        Style style,
        Difficulty difficulty,
        @Nullable Failure failure,
        int frames,
        Map<String, Double> frameMeans,
        Map<String, List<Double>> perFrame,
        List<Suspicion> suspicions,
        @Nullable String videoSha256) {
    public CaseScores {
        frameMeans = Collections.unmodifiableMap(new TreeMap<>(frameMeans));
        perFrame = Collections.unmodifiableMap(new TreeMap<>(perFrame));
        suspicions = List.copyOf(suspicions);
    }

    public boolean isValid() {
        return failure == null;
    }

    /// The mean over the frames, or nothing if it was not measured.
    public @Nullable Double of(Metric metric) {
        return frameMeans.get(metric.toString());
    }
}
