package org.magicanime.segment.domain;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;
import org.magicanime.video.FilmMeasures;

/// Divides a film: shots, then usable stretches of a shot, then pieces of a fitting length. Works on frame numbers
/// throughout; times only decide lengths.
public final class ClipPlanner {
    private final Detector detector;
    private final ClipRules rules;

    public ClipPlanner(Detector detector, ClipRules rules) {
        this.detector = detector;
        this.rules = rules;
    }

    public SegmentPlan plan(FilmMeasures film) {
        FrameState[] states = FrameStates.of(film, rules);
        List<FrameSpan> shots = detector.shots(film);
        List<FrameSpan> clips = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (FrameSpan shot : shots) {
            int first = (int) shot.first();
            while (first < shot.end()) {
                int end = first + 1;
                while (end < shot.end() && states[end] == states[first]) {
                    end++;
                }
                FrameSpan stretch = new FrameSpan(first, end);
                if (states[first] == FrameState.USABLE) {
                    place(film, stretch, clips, leftOut);
                } else {
                    leftOut.add(leaveOut(film, stretch, states[first]));
                }
                first = end;
            }
        }
        return new SegmentPlan(film.frames(), shots, clips, leftOut);
    }

    private void place(FilmMeasures film, FrameSpan stretch, List<FrameSpan> clips, List<LeftOut> leftOut) {
        double seconds = FrameTimes.seconds(film, stretch.first(), stretch.end());
        if (seconds < rules.shortestSeconds()) {
            String reason = "the stretch is shown for fewer seconds than the limit";
            leftOut.add(new LeftOut(stretch, "too-short", reason, rules.shortest(seconds)));
        } else if (seconds <= rules.longestSeconds()) {
            clips.add(stretch);
        } else {
            clips.addAll(divide(film, stretch, (int) Math.max(2, Math.rint(seconds / rules.targetSeconds()))));
        }
    }

    /// Pieces of equal time, each at least one frame.
    private static List<FrameSpan> divide(FilmMeasures film, FrameSpan stretch, int pieces) {
        List<FrameSpan> spans = new ArrayList<>();
        double whole = FrameTimes.seconds(film, stretch.first(), stretch.end());
        long first = stretch.first();
        for (int piece = 1; piece < pieces; piece++) {
            long end = first + 1;
            while (end < stretch.end() && FrameTimes.seconds(film, stretch.first(), end) < whole * piece / pieces) {
                end++;
            }
            if (end >= stretch.end()) {
                break;
            }
            spans.add(new FrameSpan(first, end));
            first = end;
        }
        spans.add(new FrameSpan(first, stretch.end()));
        return spans;
    }

    private LeftOut leaveOut(FilmMeasures film, FrameSpan span, FrameState state) {
        double seconds = FrameTimes.seconds(film, span.first(), span.end());
        return switch (state) {
            case BLACK -> left(span, state, rules.black(mean(film.darkShare(), span)));
            case BLANK -> left(span, state, rules.blank(mean(film.deviation(), span)));
            case FADE -> left(span, state, fade(film, span));
            case DISSOLVE -> left(span, state, ClipRules.mixture(mixture(film, span)));
            case FROZEN -> left(span, state, rules.still(seconds));
            case DAMAGED -> left(span, state, ClipRules.damaged(span.frames()));
            case USABLE -> throw new IllegalArgumentException("usable frames are not left out");
        };
    }

    /// A fade is seen by its brightness, or by the detector.
    private Measure fade(FilmMeasures film, FrameSpan span) {
        Measure byBrightness = rules.fade(range(film.luma(), span));
        return byBrightness.value() > rules.fadeLuma() ? byBrightness : ClipRules.mixture(mixture(film, span));
    }

    /// Share of the change that both sides of a transition explain.
    private static double mixture(FilmMeasures film, FrameSpan span) {
        return film.boundaries().stream()
                .filter(boundary -> boundary.first() < span.end() && boundary.end() > span.first())
                .mapToDouble(boundary -> boundary.signals().prominence())
                .max()
                .orElse(1);
    }

    private static LeftOut left(FrameSpan span, FrameState state, Measure measured) {
        return new LeftOut(span, state.code, state.reason, measured);
    }

    private static double mean(float[] values, FrameSpan span) {
        double sum = 0;
        for (long i = span.first(); i < span.end(); i++) {
            sum += values[(int) i];
        }
        return sum / span.frames();
    }

    private static double range(float[] values, FrameSpan span) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (long i = span.first(); i < span.end(); i++) {
            least = Math.min(least, values[(int) i]);
            most = Math.max(most, values[(int) i]);
        }
        return most - least;
    }
}
