package org.magicanime.eval.domain;

import org.magicanime.eval.domain.metric.RgbFrame;

/// Undoes mistakes that are made when pictures are written into films or read from them.
final class ColourMistake {
    private static final int RGB = 3;
    private static final double BLACK = 16;
    private static final double SPAN = 219;
    private static final double LEVELS = 255;
    private static final double[] LUMA_601 = {0.299, 0.587, 0.114};
    private static final double[] LUMA_709 = {0.2126, 0.7152, 0.0722};

    private ColourMistake() {}

    /// Takes levels 16 to 235 for all there are.
    static RgbFrame expandRange(RgbFrame frame) {
        byte[] levels = new byte[256];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = level((i - BLACK) * LEVELS / SPAN);
        }
        return mapped(frame, levels);
    }

    /// Puts all levels into 16 to 235.
    static RgbFrame compressRange(RgbFrame frame) {
        byte[] levels = new byte[256];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = level(BLACK + i * SPAN / LEVELS);
        }
        return mapped(frame, levels);
    }

    private static RgbFrame mapped(RgbFrame frame, byte[] levels) {
        byte[] rgb = new byte[frame.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = levels[frame.rgb()[i] & 0xff];
        }
        return new RgbFrame(frame.width(), frame.height(), rgb);
    }

    /// What BT.709 makes of the luma and chroma that BT.601 was read from.
    static RgbFrame as709(RgbFrame frame) {
        return read(frame, LUMA_601, LUMA_709);
    }

    /// The other way about.
    static RgbFrame as601(RgbFrame frame) {
        return read(frame, LUMA_709, LUMA_601);
    }

    private static RgbFrame read(RgbFrame frame, double[] written, double[] meant) {
        byte[] from = frame.rgb();
        byte[] rgb = new byte[from.length];
        for (int i = 0; i < from.length; i += RGB) {
            double red = from[i] & 0xff;
            double green = from[i + 1] & 0xff;
            double blue = from[i + 2] & 0xff;
            double luma = written[0] * red + written[1] * green + written[2] * blue;
            double blueness = (blue - luma) / (1 - written[2]);
            double redness = (red - luma) / (1 - written[0]);
            double newRed = luma + redness * (1 - meant[0]);
            double newBlue = luma + blueness * (1 - meant[2]);
            rgb[i] = level(newRed);
            rgb[i + 1] = level((luma - meant[0] * newRed - meant[2] * newBlue) / meant[1]);
            rgb[i + 2] = level(newBlue);
        }
        return new RgbFrame(frame.width(), frame.height(), rgb);
    }

    private static byte level(double value) {
        return (byte) (int) Math.clamp(value + 0.5, 0, LEVELS);
    }
}
