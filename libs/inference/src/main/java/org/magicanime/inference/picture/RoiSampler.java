package org.magicanime.inference.picture;

import java.nio.FloatBuffer;

/// Writes what a region shows into a model's input: NHWC, RGB, bilinear.
public final class RoiSampler {
    /// What is seen outside of the picture.
    public enum Border {
        BLACK,
        /// The nearest pixel of the picture.
        REPLICATE
    }

    private static final double BRIGHTEST = 255;

    private final int columns;
    private final int rows;
    private final Border border;
    private final double low;
    private final double step;
    private final float[] line;

    /// @param columns of the input
    /// @param rows of the input
    /// @param low what black becomes
    /// @param high what white becomes
    public RoiSampler(int columns, int rows, Border border, double low, double high) {
        this.columns = columns;
        this.rows = rows;
        this.border = border;
        this.low = low;
        this.step = (high - low) / BRIGHTEST;
        this.line = new float[columns * Picture.CHANNELS];
    }

    /// @param into has `rows · columns · 3` values; its position does not matter
    public void sample(Picture picture, Roi roi, FloatBuffer into) {
        double cos = Math.cos(roi.rotation());
        double sin = Math.sin(roi.rotation());
        double alongX = roi.width() * cos / columns;
        double alongY = roi.width() * sin / columns;
        for (int row = 0; row < rows; row++) {
            Point start = roi.toPicture(0, (double) row / rows);
            double x = start.x();
            double y = start.y();
            for (int column = 0; column < columns; column++) {
                pixel(picture, x + column * alongX, y + column * alongY, column * Picture.CHANNELS);
            }
            into.put(row * line.length, line);
        }
    }

    private void pixel(Picture picture, double x, double y, int at) {
        int width = picture.width();
        if (x >= 0 && y >= 0 && x < width - 1 && y < picture.height() - 1) {
            // Not negative, so that cutting off rounds down.
            int left = (int) x;
            int top = (int) y;
            inside(picture.rgb(), (top * width + left) * Picture.CHANNELS, width, x - left, y - top, at);
        } else {
            int left = (int) Math.floor(x);
            int top = (int) Math.floor(y);
            atEdge(picture, left, top, x - left, y - top, at);
        }
    }

    /// Nearly all pixels: four that lie in the picture. Written out for the three channels, since it takes most of the
    /// time that is not the models' own.
    private void inside(byte[] rgb, int upper, int width, double rightShare, double lowerShare, int at) {
        int lower = upper + width * Picture.CHANNELS;
        float white = (float) step;
        float right = (float) rightShare;
        float below = (float) lowerShare * white;
        float above = white - below;
        float upperRight = above * right;
        float upperLeft = above - upperRight;
        float lowerRight = below * right;
        float lowerLeft = below - lowerRight;
        float black = (float) low;
        line[at] = black
                + upperLeft * (rgb[upper] & 0xff)
                + upperRight * (rgb[upper + 3] & 0xff)
                + lowerLeft * (rgb[lower] & 0xff)
                + lowerRight * (rgb[lower + 3] & 0xff);
        line[at + 1] = black
                + upperLeft * (rgb[upper + 1] & 0xff)
                + upperRight * (rgb[upper + 4] & 0xff)
                + lowerLeft * (rgb[lower + 1] & 0xff)
                + lowerRight * (rgb[lower + 4] & 0xff);
        line[at + 2] = black
                + upperLeft * (rgb[upper + 2] & 0xff)
                + upperRight * (rgb[upper + 5] & 0xff)
                + lowerLeft * (rgb[lower + 2] & 0xff)
                + lowerRight * (rgb[lower + 5] & 0xff);
    }

    private void atEdge(Picture picture, int left, int top, double rightShare, double lowerShare, int at) {
        int upperLeft = offset(picture, left, top);
        int upperRight = offset(picture, left + 1, top);
        int lowerLeft = offset(picture, left, top + 1);
        int lowerRight = offset(picture, left + 1, top + 1);
        byte[] rgb = picture.rgb();
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            double upper =
                    value(rgb, upperLeft, channel) * (1 - rightShare) + value(rgb, upperRight, channel) * rightShare;
            double lower =
                    value(rgb, lowerLeft, channel) * (1 - rightShare) + value(rgb, lowerRight, channel) * rightShare;
            line[at + channel] = (float) (low + step * (upper * (1 - lowerShare) + lower * lowerShare));
        }
    }

    /// @return of the pixel's red; negative for black outside of the picture
    private int offset(Picture picture, int x, int y) {
        int column = Math.clamp(x, 0, picture.width() - 1);
        int row = Math.clamp(y, 0, picture.height() - 1);
        if (border == Border.BLACK && (column != x || row != y)) {
            return -1;
        }
        return (row * picture.width() + column) * Picture.CHANNELS;
    }

    private static int value(byte[] rgb, int offset, int channel) {
        return offset < 0 ? 0 : rgb[offset + channel] & 0xff;
    }
}
