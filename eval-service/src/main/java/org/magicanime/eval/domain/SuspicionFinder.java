package org.magicanime.eval.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.magicanime.eval.domain.metric.PixelError;
import org.magicanime.eval.domain.metric.RgbFrame;

/// Looks whether a video is the truth with a known mistake: undoes the mistake and sees how much of the squared error
/// is left. A method that really generates has none of which undoing takes the greater part away.
final class SuspicionFinder {
    /// At most so much of the error may be left.
    private static final double LEFT = 0.35;
    /// Below this there is no error to explain (levels², mean): what encoders do.
    private static final double SMALLEST = 2;
    /// Frames on which colours and shifts are tried.
    private static final int SAMPLED = 5;

    private final VideoFrames truth;
    private final VideoFrames video;
    private final List<Suspicion> found = new ArrayList<>();

    private SuspicionFinder(VideoFrames truth, VideoFrames video) {
        this.truth = truth;
        this.video = video;
    }

    /// All mistakes that the video looks like, those that explain most first; at most one of each kind.
    static List<Suspicion> of(VideoFrames truth, VideoFrames video) {
        SuspicionFinder finder = new SuspicionFinder(truth, video);
        finder.lookAtPictures();
        finder.lookAtTimes();
        finder.found.sort(java.util.Comparator.comparingDouble(Suspicion::share));
        return List.copyOf(finder.found);
    }

    private void lookAtPictures() {
        int frames = Math.min(truth.frames(), video.frames());
        double as = 0;
        double[] range = new double[2];
        double[] matrix = new double[2];
        double[] shift = new double[PixelShift.ALL.size()];
        double[] inside = new double[PixelShift.ALL.size()];
        for (int i = 0; i < SAMPLED; i++) {
            int number = (int) ((2L * i + 1) * frames / (2L * SAMPLED));
            RgbFrame right = truth.frame(number);
            RgbFrame seen = video.frame(number);
            as += PixelError.of(right, seen).squared();
            undo(right, seen, List.of(ColourMistake::expandRange, ColourMistake::compressRange), range);
            undo(right, seen, List.of(ColourMistake::as709, ColourMistake::as601), matrix);
            for (int s = 0; s < shift.length; s++) {
                PixelShift each = PixelShift.ALL.get(s);
                inside[s] += each.without(right, seen);
                shift[s] += each.undone(right, seen);
            }
        }
        if (as < SMALLEST * SAMPLED) {
            return;
        }
        suspect("colour-range", "the colours look like a mistake of full and limited range", least(range) / as);
        suspect("colour-matrix", "the colours look like a mistake of BT.601 and BT.709", least(matrix) / as);
        double left = 1;
        for (int s = 0; s < shift.length; s++) {
            left = Math.min(left, shift[s] / Math.max(inside[s], Double.MIN_NORMAL));
        }
        suspect("shifted-by-a-pixel", "the pictures look as if they were shifted by one pixel", left);
    }

    private static void undo(RgbFrame right, RgbFrame seen, List<UnaryOperator<RgbFrame>> undoings, double[] squared) {
        for (int i = 0; i < undoings.size(); i++) {
            squared[i] += PixelError.of(right, undoings.get(i).apply(seen)).squared();
        }
    }

    private static double least(double[] values) {
        return java.util.Arrays.stream(values).min().orElseThrow();
    }

    /// Frames of the video against the truth's at the same time, one before, and one after.
    private void lookAtTimes() {
        int frames = Math.min(truth.frames(), video.frames());
        if (frames < 3) {
            return;
        }
        double[] same = new double[frames];
        double[] late = new double[frames];
        double[] early = new double[frames];
        RgbFrame before = null;
        RgbFrame now = truth.frame(0);
        for (int t = 0; t < frames; t++) {
            RgbFrame seen = video.frame(t);
            RgbFrame after = t + 1 < truth.frames() ? truth.frame(t + 1) : null;
            same[t] = PixelError.of(now, seen).squared();
            late[t] = before == null ? same[t] : PixelError.of(before, seen).squared();
            early[t] = after == null ? same[t] : PixelError.of(after, seen).squared();
            before = now;
            now = after == null ? now : after;
        }
        double as = sum(same, 0, frames);
        if (as < SMALLEST * frames) {
            return;
        }
        double whole = sum(early, 0, frames) / as;
        suspect("a-frame-late", "each picture looks like the one before", sum(late, 0, frames) / as);
        suspect("a-frame-early", "each picture looks like the one after", whole);
        dropped(same, early, as, whole);
    }

    /// From some frame on, each looks like the one after; up to it, they are right.
    private void dropped(double[] same, double[] early, double as, double whole) {
        double best = Double.POSITIVE_INFINITY;
        int at = 0;
        double head = 0;
        double tail = sum(early, 0, early.length);
        for (int t = 1; t < same.length; t++) {
            head += same[t - 1];
            tail -= early[t - 1];
            if (head + tail < best) {
                best = head + tail;
                at = t;
            }
        }
        // Otherwise every frame is early, which has its own name.
        if (best / as < whole / 2) {
            suspect("dropped-frame", "it looks as if frame " + at + " of the truth were left out", best / as);
        }
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private void suspect(String code, String text, double left) {
        if (left < LEFT) {
            found.add(new Suspicion(code, text, Rounding.of(left)));
        }
    }
}
