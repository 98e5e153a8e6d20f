package org.magicanime.eval.domain;

import org.magicanime.eval.domain.metric.RgbFrame;

/// Scales pictures as OpenCV's `INTER_LINEAR` does: each pixel is mixed of the four around its place, with half-pixel
/// centres, the last row and column repeated; making smaller does not smooth.
final class Bilinear {
    private static final int RGB = 3;

    private Bilinear() {}

    /// @return the frame itself if it has this size
    static RgbFrame scale(RgbFrame frame, int width, int height) {
        if (frame.width() == width && frame.height() == height) {
            return frame;
        }
        Taps across = new Taps(frame.width(), width);
        Taps down = new Taps(frame.height(), height);
        byte[] from = frame.rgb();
        byte[] to = new byte[RGB * width * height];
        int stride = frame.width() * RGB;
        for (int y = 0; y < height; y++) {
            int above = down.first[y] * stride;
            int below = down.second[y] * stride;
            double low = down.share[y];
            for (int x = 0; x < width; x++) {
                double right = across.share[x];
                for (int c = 0; c < RGB; c++) {
                    int left = across.first[x] * RGB + c;
                    int next = across.second[x] * RGB + c;
                    double top = mix(from[above + left] & 0xff, from[above + next] & 0xff, right);
                    double bottom = mix(from[below + left] & 0xff, from[below + next] & 0xff, right);
                    to[(y * width + x) * RGB + c] = (byte) (int) (mix(top, bottom, low) + 0.5);
                }
            }
        }
        return new RgbFrame(width, height, to);
    }

    private static double mix(double one, double other, double share) {
        return one + (other - one) * share;
    }

    /// For each new sample the two old ones around it, and the share of the second.
    private static final class Taps {
        private final int[] first;
        private final int[] second;
        private final double[] share;

        Taps(int from, int to) {
            first = new int[to];
            second = new int[to];
            share = new double[to];
            for (int i = 0; i < to; i++) {
                double place = Math.clamp((i + 0.5) * from / to - 0.5, 0, from - 1.0);
                first[i] = (int) place;
                second[i] = Math.min(first[i] + 1, from - 1);
                share[i] = place - first[i];
            }
        }
    }
}
