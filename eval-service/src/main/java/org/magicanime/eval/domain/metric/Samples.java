package org.magicanime.eval.domain.metric;

import java.util.Locale;

/// Which samples of a picture are compared.
public enum Samples {
    /// Red, green and blue, each for itself; what is measured is their mean.
    RGB(RgbFrame.CHANNELS),
    /// Y of ITU-R BT.601, full range: 0.299 R + 0.587 G + 0.114 B, not rounded.
    LUMA(1),
    /// The same rounded to a whole number, as OpenCV's `COLOR_RGB2GRAY` makes it (weights in 14 bits).
    GRAY(1);

    private static final int GRAY_RED = 4899;
    private static final int GRAY_GREEN = 9617;
    private static final int GRAY_BLUE = 1868;
    private static final int GRAY_BITS = 14;

    private final int perPixel;

    Samples(int perPixel) {
        this.perPixel = perPixel;
    }

    int perPixel() {
        return perPixel;
    }

    /// Samples of a row, pixel by pixel.
    void read(RgbFrame frame, int y, double[] into) {
        byte[] rgb = frame.rgb();
        int width = frame.width();
        int first = y * width * RgbFrame.CHANNELS;
        switch (this) {
            case RGB -> {
                for (int i = 0; i < width * RgbFrame.CHANNELS; i++) {
                    into[i] = rgb[first + i] & 0xff;
                }
            }
            case LUMA -> {
                for (int x = 0; x < width; x++) {
                    int i = first + x * RgbFrame.CHANNELS;
                    into[x] = 0.299 * (rgb[i] & 0xff) + 0.587 * (rgb[i + 1] & 0xff) + 0.114 * (rgb[i + 2] & 0xff);
                }
            }
            case GRAY -> {
                for (int x = 0; x < width; x++) {
                    int i = first + x * RgbFrame.CHANNELS;
                    int sum = GRAY_RED * (rgb[i] & 0xff)
                            + GRAY_GREEN * (rgb[i + 1] & 0xff)
                            + GRAY_BLUE * (rgb[i + 2] & 0xff);
                    into[x] = (sum + (1 << (GRAY_BITS - 1))) >> GRAY_BITS;
                }
            }
        }
    }

    /// As reports call it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
