package org.magicanime.inference.person;

import java.nio.FloatBuffer;
import java.util.Arrays;
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
        Axis across = new Axis((int) Math.round(picture.width() * scale), picture.width(), scale);
        Axis down = new Axis((int) Math.round(picture.height() * scale), picture.height(), scale);
        float[] line = new float[side];
        for (int plane = 0; plane < Picture.CHANNELS; plane++) {
            int channel = blueFirst ? Picture.CHANNELS - 1 - plane : plane;
            Arrays.fill(line, normal(GREY, plane));
            float[] empty = line.clone();
            for (int row = 0; row < side; row++) {
                if (row < down.length()) {
                    row(picture, across, down, row, channel, plane, line);
                }
                into.put((plane * side + row) * side, row < down.length() ? line : empty);
            }
        }
    }

    private void row(Picture picture, Axis across, Axis down, int row, int channel, int plane, float[] line) {
        byte[] rgb = picture.rgb();
        int stride = picture.width() * Picture.CHANNELS;
        int upperRow = down.first[row] * stride + channel;
        int lowerRow = down.second[row] * stride + channel;
        for (int column = 0; column < across.length(); column++) {
            int left = across.first[column] * Picture.CHANNELS;
            int right = across.second[column] * Picture.CHANNELS;
            double share = across.share[column];
            double upper = between(rgb[upperRow + left] & 0xff, rgb[upperRow + right] & 0xff, share);
            double lower = between(rgb[lowerRow + left] & 0xff, rgb[lowerRow + right] & 0xff, share);
            line[column] = normal(between(upper, lower, down.share[row]), plane);
        }
    }

    private static double between(double one, double other, double share) {
        return one + (other - one) * share;
    }

    private float normal(double sample, int plane) {
        return (float) ((sample - mean[plane]) / std[plane]);
    }

    /// For each place along one side of the target: which two pixels of the picture it lies between, and how far from
    /// the first.
    private static final class Axis {
        private final int[] first;
        private final int[] second;
        private final double[] share;

        Axis(int length, int pixels, double scale) {
            first = new int[length];
            second = new int[length];
            share = new double[length];
            for (int place = 0; place < length; place++) {
                double at = Math.clamp((place + 0.5) / scale - 0.5, 0, pixels - 1);
                first[place] = (int) at;
                second[place] = Math.min(first[place] + 1, pixels - 1);
                share[place] = at - first[place];
            }
        }

        int length() {
            return first.length;
        }
    }
}
