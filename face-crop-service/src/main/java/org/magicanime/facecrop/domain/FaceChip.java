package org.magicanime.facecrop.domain;

import java.nio.FloatBuffer;
import java.util.List;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;
import org.magicanime.inference.picture.RoiSampler;
import org.magicanime.inference.picture.RoiSampler.Border;

/// A head, level and of one size, in CIELAB: what is measured in it does not depend on where the face is, how large and
/// how tilted.
final class FaceChip {
    /// Pixels of a side.
    static final int SIDE = 64;

    /// Each pixel is the mean of as many across and down, so that larger faces are not sampled too coarsely.
    private static final int FINE = 2;
    private static final int LAB = 3;
    private static final RoiSampler SAMPLER = new RoiSampler(SIDE * FINE, SIDE * FINE, Border.REPLICATE, 0, 1);

    /// Width of the landmarks' level box by its height, of a face from the front.
    private static final double USUAL_ASPECT = 1.1;
    /// Sides of the chip, in units of the face, and how far its middle lies above that of the landmarks.
    private static final double REACH = 2.3;
    private static final double RISE = 0.2;

    private static final int LEFT_EYE_OUT = 36;
    private static final int LEFT_EYE_IN = 39;
    private static final int RIGHT_EYE_IN = 42;
    private static final int RIGHT_EYE_OUT = 45;

    private final Roi region;
    private final double unit;
    private final float[] lab = new float[SIDE * SIDE * LAB];

    /// @param points the 68 landmarks in pixels of the picture
    FaceChip(Picture picture, List<Point> points) {
        Point left = points.get(LEFT_EYE_OUT).middleTo(points.get(LEFT_EYE_IN));
        Point right = points.get(RIGHT_EYE_IN).middleTo(points.get(RIGHT_EYE_OUT));
        double roll = Roi.rotation(left, right, 0);
        Roi axes = new Roi(0, 0, 1, 1, roll);
        Bounds level = Bounds.of(points.stream().map(axes::toRoi).toList());
        double width = level.right() - level.left();
        double height = level.bottom() - level.top();
        // A turned head is narrower, one that speaks higher: both together change less.
        this.unit = (width / USUAL_ASPECT + height) / 2;
        Point middle =
                axes.toPicture((level.left() + level.right()) / 2, (level.top() + level.bottom()) / 2 - RISE * unit);
        this.region = Roi.square(middle, REACH * unit, roll);
        sample(picture);
    }

    private void sample(Picture picture) {
        int fine = SIDE * FINE;
        FloatBuffer rgb = FloatBuffer.allocate(fine * fine * Picture.CHANNELS);
        SAMPLER.sample(picture, region, rgb);
        float[] sums = new float[Picture.CHANNELS];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    float sum = 0;
                    for (int i = 0; i < FINE * FINE; i++) {
                        int row = y * FINE + i / FINE;
                        int column = x * FINE + i % FINE;
                        sum += rgb.get((row * fine + column) * Picture.CHANNELS + channel);
                    }
                    sums[channel] = sum / (FINE * FINE);
                }
                Lab.of(sums[0], sums[1], sums[2], lab, (y * SIDE + x) * LAB);
            }
        }
    }

    /// Size of the face in pixels of the picture: about from brow to chin.
    double unit() {
        return unit;
    }

    /// Where a place of the picture is, in chips' pixels.
    Point at(Point picture) {
        Point place = region.toRoi(picture);
        return new Point(place.x() * SIDE, place.y() * SIDE);
    }

    /// Pixels of the chip in a unit of the face.
    static double pixelsPerUnit() {
        return SIDE / REACH;
    }

    /// @param channel 0 for L* (0 to 100), 1 for a*, 2 for b*
    float value(int x, int y, int channel) {
        int column = Math.clamp(x, 0, SIDE - 1);
        int row = Math.clamp(y, 0, SIDE - 1);
        return lab[(row * SIDE + column) * LAB + channel];
    }
}
