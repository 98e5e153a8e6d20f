package org.magicanime.eval.domain;

import java.util.List;
import org.magicanime.eval.domain.metric.PixelError;
import org.magicanime.eval.domain.metric.RgbFrame;

/// Pictures that are shifted by one pixel. Compared where both have pixels.
///
/// @param x pixels by which the second picture is to the right
/// @param y pixels by which it is lower
record PixelShift(int x, int y) {
    static final List<PixelShift> ALL =
            List.of(new PixelShift(1, 0), new PixelShift(-1, 0), new PixelShift(0, 1), new PixelShift(0, -1));

    private static final int RGB = 3;

    /// The squared error when the shift is undone, levels².
    double undone(RgbFrame right, RgbFrame seen) {
        return PixelError.of(inner(right, 0, 0), inner(seen, x, y)).squared();
    }

    /// The squared error of the same part as it is.
    double without(RgbFrame right, RgbFrame seen) {
        return PixelError.of(inner(right, 0, 0), inner(seen, 0, 0)).squared();
    }

    /// All pixels but those at the edges, from a place that is moved.
    private static RgbFrame inner(RgbFrame frame, int right, int down) {
        int width = Math.max(1, frame.width() - 2);
        int height = Math.max(1, frame.height() - 2);
        if (frame.width() < 3 || frame.height() < 3) {
            return frame;
        }
        byte[] rgb = new byte[RGB * width * height];
        for (int y = 0; y < height; y++) {
            int from = ((y + 1 + down) * frame.width() + 1 + right) * RGB;
            System.arraycopy(frame.rgb(), from, rgb, y * width * RGB, width * RGB);
        }
        return new RgbFrame(width, height, rgb);
    }
}
