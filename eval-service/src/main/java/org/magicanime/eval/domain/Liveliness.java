package org.magicanime.eval.domain;

import org.jspecify.annotations.Nullable;
import org.magicanime.eval.domain.metric.PixelError;
import org.magicanime.eval.domain.metric.RgbFrame;

/// Whether a video shows anything, and whether it moves where the truth does.
final class Liveliness {
    /// Mean level below which a picture is black.
    private static final double BLACK = 8;
    /// Mean difference to the first frame, in levels, below which no frame moved.
    private static final double STILL = 0.5;
    /// The truth must move so many times as much, before stillness is a failure.
    private static final double MOVES = 4;

    private @Nullable RgbFrame first;
    private double brightest;
    private double farthest;

    void add(RgbFrame frame) {
        RgbFrame begin = first;
        if (begin == null) {
            first = frame;
        } else {
            farthest = Math.max(farthest, PixelError.of(begin, frame).absolute());
        }
        long sum = 0;
        for (byte level : frame.rgb()) {
            sum += level & 0xff;
        }
        brightest = Math.max(brightest, (double) sum / frame.rgb().length);
    }

    /// @return why the video does not count, held against the truth; null if it shows something and moves
    @Nullable
    Failure against(Liveliness truth) {
        if (brightest < BLACK && truth.brightest >= BLACK) {
            return new Failure(
                    "black", "no frame has a mean level as bright as the limit", Rounding.of(brightest), BLACK);
        }
        if (farthest < STILL && truth.farthest >= MOVES * STILL) {
            return new Failure(
                    "static", "no frame differs from the first by as much as the limit", Rounding.of(farthest), STILL);
        }
        return null;
    }
}
