package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.magicanime.contracts.Measure;
import org.magicanime.facecrop.domain.FaceTests.Each;
import org.magicanime.judging.Leftovers;
import org.magicanime.judging.Missed;

/// Divides a pose span into runs of good faces and the rest. A bad frame splits a run; it is never bridged, since the
/// landmarks of every frame that is told must have been seen in it.
final class FaceFinder {
    private final FaceRules rules;
    private final CropShape shape;
    private final FaceTests tests;

    FaceFinder(FaceRules rules, CropShape shape) {
        this.rules = rules;
        this.shape = shape;
        this.tests = rules.tests(shape);
    }

    FacePlan find(SearchedSpan span) {
        List<Optional<Missed>> verdicts = new ArrayList<>();
        span.frames().forEach(frame -> verdicts.add(rules.judge(frame.measures(), shape)));
        List<FaceTrack> tracks = new ArrayList<>();
        divide(span, verdicts, 0, span.count(), tracks);
        tracks.sort(Comparator.comparingInt(FaceTrack::first));
        return new FacePlan(span.count(), tracks, Leftovers.of(verdicts));
    }

    /// Finds the runs of frames without a verdict between two frames.
    private void divide(
            SearchedSpan span, List<Optional<Missed>> verdicts, int first, int end, List<FaceTrack> tracks) {
        int from = first;
        while (from < end) {
            int to = from;
            while (to < end
                    && verdicts.get(to).isEmpty()
                    && span.frames().get(to).part() == span.frames().get(from).part()) {
                to++;
            }
            if (to > from) {
                settle(span, verdicts, from, to, tracks);
            }
            from = Math.max(to, from + 1);
        }
    }

    /// Where windows lie depends on the run, so that it is cut again without the frames whose window is too
    /// far outside.
    private void settle(
            SearchedSpan span, List<Optional<Missed>> verdicts, int first, int end, List<FaceTrack> tracks) {
        Optional<Missed> tooShort = tests.length(end - first, span.framesPerSecond()).stream()
                .filter(each -> !each.test().passes())
                .map(Each::missed)
                .findFirst();
        if (tooShort.isPresent()) {
            verdicts.subList(first, end).replaceAll(good -> tooShort);
            return;
        }
        List<SearchedSpan.Face> faces = span.frames().subList(first, end);
        List<FaceMeasures> measures =
                faces.stream().map(SearchedSpan.Face::measures).toList();
        List<CropWindow> windows = WindowPath.of(measures, shape, span.framesPerSecond());
        List<Double> outside = windows.stream()
                .map(window -> window.outside(span.width(), span.height()))
                .toList();
        boolean inside = true;
        for (int i = 0; i < outside.size(); i++) {
            Each test = tests.outside(outside.get(i));
            if (!test.test().passes()) {
                verdicts.set(first + i, Optional.of(test.missed()));
                inside = false;
            }
        }
        if (inside) {
            tracks.add(new FaceTrack(
                    first,
                    measures,
                    faces.stream().map(SearchedSpan.Face::landmarks).toList(),
                    windows,
                    outside,
                    passed(measures, outside, span.framesPerSecond()),
                    signature(faces)));
        } else {
            divide(span, verdicts, first, end, tracks);
        }
    }

    /// The median of what the face looks like.
    private static List<Double> signature(List<SearchedSpan.Face> faces) {
        double[] median = IdentityChange.median(
                faces.stream().flatMap(face -> face.signature().stream()).toList());
        return Arrays.stream(median).boxed().toList();
    }

    /// Each test with its worst value.
    private List<Measure> passed(List<FaceMeasures> measures, List<Double> outside, double framesPerSecond) {
        Map<String, Measure> worst = new LinkedHashMap<>();
        Stream.of(
                        measures.stream().flatMap(frame -> tests.of(frame).stream()),
                        outside.stream().map(tests::outside),
                        tests.length(measures.size(), framesPerSecond).stream())
                .flatMap(each -> each)
                .map(each -> each.test().measure())
                .forEach(measure -> worst.merge(measure.rule(), measure, Measure::worst));
        return List.copyOf(worst.values());
    }
}
