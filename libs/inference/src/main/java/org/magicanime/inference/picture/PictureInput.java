package org.magicanime.inference.picture;

import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.picture.RoiSampler.Border;

/// Writes what a region shows into any model's input, as the catalogue describes it: layout, order of the
/// channels, range, mean and deviation.
public final class PictureInput {
    private static final int DIMENSIONS = 4;

    private final int columns;
    private final int rows;
    private final boolean planes;
    private final boolean blueFirst;
    private final double low;
    private final double high;
    private final double[] mean;
    private final double[] std;
    private final RoiSampler sampler;
    private final FloatBuffer rgb;

    /// @param input `[1, rows, columns, 3]` in NHWC or `[1, 3, rows, columns]` in NCHW
    /// @throws IllegalArgumentException if it is no such picture
    public PictureInput(TensorSpec input, Border border) {
        planes = "NCHW".equals(input.layout());
        if (!planes && !"NHWC".equals(input.layout()) || input.shape().size() != DIMENSIONS || input.range() == null) {
            throw new IllegalArgumentException(
                    "the input '" + input.name() + "' is no picture: it needs four dimensions, a layout and a range");
        }
        rows = Math.toIntExact(input.shape().get(planes ? 2 : 1));
        columns = Math.toIntExact(input.shape().get(planes ? 3 : 2));
        blueFirst = "BGR".equals(input.colour());
        low = input.range().get(0);
        high = input.range().get(1);
        mean = channels(input.mean(), 0);
        std = channels(input.std(), 1);
        sampler = new RoiSampler(columns, rows, border, 0, 1);
        rgb = FloatBuffer.allocate(rows * columns * Picture.CHANNELS);
    }

    private static double[] channels(@Nullable List<Double> values, double otherwise) {
        return values == null
                ? new double[] {otherwise, otherwise, otherwise}
                : values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// @param into the whole input
    public void show(Picture picture, Roi region, FloatBuffer into) {
        sampler.sample(picture, region, rgb);
        int pixels = rows * columns;
        for (int place = 0; place < Picture.CHANNELS; place++) {
            int channel = blueFirst ? Picture.CHANNELS - 1 - place : place;
            for (int pixel = 0; pixel < pixels; pixel++) {
                double sample = low + (high - low) * rgb.get(pixel * Picture.CHANNELS + channel);
                into.put(planes ? place * pixels + pixel : pixel * Picture.CHANNELS + place, (float)
                        ((sample - mean[place]) / std[place]));
            }
        }
    }
}
