package org.magicanime.inference.person;

import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.picture.Picture;

/// Shows a detector a whole picture: scaled to fit, in the upper left corner, with grey beside or below it. Bilinear,
/// centres of pixels map to centres, as OpenCV's `resize` does.
public final class Letterbox {
    private static final double GREY = 114;

    private final int side;
    private final int fill;
    private final boolean blueFirst;
    private final double[] mean;
    private final double[] std;

    /// @param input square, NCHW, samples from 0 to 255 before `mean` and `std`
    /// @param fill side of the square that the picture may fill; at most that of the input. A detector that was
    ///     trained on small pictures sees more in a small one.
    public Letterbox(TensorSpec input, int fill) {
        if (!"NCHW".equals(input.layout()) || input.shape().size() != 4) {
            throw new IllegalArgumentException("the input '" + input.name() + "' is no picture in NCHW");
        }
        this.side = Math.toIntExact(input.shape().getLast());
        if (fill < 1 || fill > side) {
            throw new IllegalArgumentException("a picture cannot fill " + fill + " of " + side + " pixels");
        }
        this.fill = fill;
        this.blueFirst = "BGR".equals(input.colour());
        this.mean = channels(input.mean(), 0);
        this.std = channels(input.std(), 1);
    }

    private static double[] channels(@Nullable List<Double> values, double otherwise) {
        return values == null
                ? new double[] {otherwise, otherwise, otherwise}
                : values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Pixels of the input for one of the picture.
    public double scale(Picture picture) {
        return Math.min((double) fill / picture.width(), (double) fill / picture.height());
    }

    /// @param into the whole input
    public void show(Picture picture, FloatBuffer into) {
        double scale = scale(picture);
        int columns = (int) Math.round(picture.width() * scale);
        int rows = (int) Math.round(picture.height() * scale);
        float[] line = new float[side];
        for (int plane = 0; plane < Picture.CHANNELS; plane++) {
            int channel = blueFirst ? Picture.CHANNELS - 1 - plane : plane;
            float grey = normal(GREY, plane);
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    line[column] = row < rows && column < columns
                            ? normal(sample(picture, column, row, scale, channel), plane)
                            : grey;
                }
                into.put((plane * side + row) * side, line);
            }
        }
    }

    private float normal(double sample, int plane) {
        return (float) ((sample - mean[plane]) / std[plane]);
    }

    private static double sample(Picture picture, int column, int row, double scale, int channel) {
        double x = Math.clamp((column + 0.5) / scale - 0.5, 0, picture.width() - 1);
        double y = Math.clamp((row + 0.5) / scale - 0.5, 0, picture.height() - 1);
        int left = (int) x;
        int top = (int) y;
        double upper = between(picture, left, top, x - left, channel);
        double lower = between(picture, left, Math.min(top + 1, picture.height() - 1), x - left, channel);
        return upper + (lower - upper) * (y - top);
    }

    private static double between(Picture picture, int left, int row, double share, int channel) {
        int here = value(picture, left, row, channel);
        return here + (value(picture, Math.min(left + 1, picture.width() - 1), row, channel) - here) * share;
    }

    private static int value(Picture picture, int column, int row, int channel) {
        return picture.rgb()[(row * picture.width() + column) * Picture.CHANNELS + channel] & 0xff;
    }
}
