package org.magicanime.keypoint.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Framing;
import org.magicanime.contracts.Measure;
import org.magicanime.judging.FrameTest;
import org.magicanime.judging.Leftovers;
import org.magicanime.judging.Missed;
import org.magicanime.keypoint.domain.Verdict.Invalid;
import org.magicanime.keypoint.domain.Verdict.Reason;
import org.magicanime.keypoint.domain.Verdict.Valid;

/// Divides a clip into spans of valid frames and the rest.
public final class SpanFinder {
    private final PoseRules rules;

    public SpanFinder(PoseRules rules) {
        this.rules = rules;
    }

    /// @param estimates one of each frame
    /// @param framesPerSecond of the clip
    public SpanPlan find(List<FrameEstimate> estimates, double framesPerSecond) {
        List<FrameEstimate> frames = new ArrayList<>(estimates);
        List<Verdict> verdicts = new ArrayList<>();
        estimates.forEach(estimate -> verdicts.add(rules.judge(estimate.measures())));
        Boolean[] bridged = new Boolean[frames.size()];
        Arrays.fill(bridged, false);
        new Bridging(rules).bridge(frames, verdicts, bridged);
        List<Span> spans = new ArrayList<>();
        int first = 0;
        while (first < frames.size()) {
            int end = endOfRun(verdicts, first);
            if (verdicts.get(first) instanceof Valid) {
                List<FrameEstimate> run = frames.subList(first, end);
                Invalid why = refusal(run, framesPerSecond);
                if (why == null) {
                    spans.add(new Span(
                            first,
                            framing(verdicts.subList(first, end)),
                            run,
                            Arrays.asList(bridged).subList(first, end),
                            Smoothing.smooth(run),
                            jitter(run),
                            measures(run, verdicts.subList(first, end), bridged, first, framesPerSecond)));
                } else {
                    for (int i = first; i < end; i++) {
                        verdicts.set(i, why);
                    }
                }
            }
            first = end;
        }
        return new SpanPlan(
                frames.size(),
                spans,
                Leftovers.of(verdicts.stream().map(SpanFinder::missed).toList()));
    }

    private static Optional<Missed> missed(Verdict verdict) {
        return verdict instanceof Invalid invalid ? Optional.of(invalid.why()) : Optional.empty();
    }

    /// The end of the run of frames that are all valid, or all not.
    private static int endOfRun(List<Verdict> verdicts, int first) {
        int end = first + 1;
        while (end < verdicts.size() && verdicts.get(end) instanceof Valid == verdicts.get(first) instanceof Valid) {
            end++;
        }
        return end;
    }

    private @Nullable Invalid refusal(List<FrameEstimate> run, double framesPerSecond) {
        FrameTest length = rules.tests().length(run.size() / framesPerSecond);
        if (!length.passes()) {
            return new Invalid(length.missed(Reason.SPAN_TOO_SHORT));
        }
        FrameTest jitter = rules.tests().jitter(jitter(run));
        return jitter.passes() ? null : new Invalid(jitter.missed(Reason.POSE_NOT_VALID));
    }

    /// The worst value of each test. What was measured in bridged frames says nothing: they have other points.
    private List<Measure> measures(
            List<FrameEstimate> run, List<Verdict> verdicts, Boolean[] bridged, int first, double framesPerSecond) {
        PoseTests tests = rules.tests();
        Map<String, Measure> worst = new LinkedHashMap<>();
        for (int i = 0; i < run.size(); i++) {
            if (!bridged[first + i] && verdicts.get(i) instanceof Valid valid) {
                FrameMeasures frame = run.get(i).measures();
                Stream.concat(Stream.of(tests.animal(frame)), tests.of(valid.framing(), frame).stream())
                        .map(FrameTest::measure)
                        .forEach(measure -> worst.merge(measure.rule(), measure, Measure::worst));
            }
        }
        List<Measure> all = new ArrayList<>(worst.values());
        all.add(tests.jitter(jitter(run)).measure());
        all.add(tests.length(run.size() / framesPerSecond).measure());
        return all;
    }

    private static Framing framing(List<Verdict> valid) {
        return valid.stream().allMatch(verdict -> verdict.equals(new Valid(Framing.FULL_BODY)))
                ? Framing.FULL_BODY
                : Framing.UPPER_BODY;
    }

    private static double jitter(List<FrameEstimate> run) {
        double[] bends = new double[Math.max(0, run.size() - 2)];
        for (int i = 1; i + 1 < run.size(); i++) {
            bends[i - 1] = Joints.bend(
                            run.get(i - 1).body(),
                            run.get(i).body(),
                            run.get(i + 1).body())
                    / Math.max(1, run.get(i).measures().regionSide());
        }
        return bends.length == 0 ? 0 : Joints.median(bends);
    }
}
