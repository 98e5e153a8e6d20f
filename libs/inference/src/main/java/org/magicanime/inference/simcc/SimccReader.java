package org.magicanime.inference.simcc;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// Reads models with SimCC heads, such as RTMPose, RTMW and DWPose: for each point a row of bins along x and one
/// along y; the largest bin is the coordinate.
///
/// Li et al., "SimCC: a Simple Coordinate Classification Perspective for Human Pose Estimation" (2022); conventions
/// of mmpose's `get_simcc_maximum`: the score is the lower of the two maxima, and a point whose score is not above 0
/// is none.
public final class SimccReader {
    private final int points;
    private final int columns;
    private final int rows;
    private final int binsPerPixel;

    /// @param point pixels of the picture; absent points have none that means something
    /// @param score the lower of the two maxima, about 0 to 1 but not a probability; 0 for a point that is absent
    public record ScoredPoint(Point point, double score) {}

    /// @param points 133 for COCO-WholeBody
    /// @param columns of the input
    /// @param rows of the input
    /// @param binsPerPixel 2 for all of the models named above
    public SimccReader(int points, int columns, int rows, int binsPerPixel) {
        this.points = points;
        this.columns = columns;
        this.rows = rows;
        this.binsPerPixel = binsPerPixel;
    }

    /// @param alongX `[1, points, columns · binsPerPixel]`
    /// @param alongY `[1, points, rows · binsPerPixel]`
    /// @param region what the model was shown
    /// @throws IllegalArgumentException if the outputs have another size
    public List<ScoredPoint> read(FloatBuffer alongX, FloatBuffer alongY, Roi region) {
        int binsX = columns * binsPerPixel;
        int binsY = rows * binsPerPixel;
        if (alongX.limit() != points * binsX || alongY.limit() != points * binsY) {
            throw new IllegalArgumentException("outputs of " + alongX.limit() + " and " + alongY.limit()
                    + " values are not those of " + points + " points in " + columns + "x" + rows + " pixels");
        }
        List<ScoredPoint> found = new ArrayList<>(points);
        for (int point = 0; point < points; point++) {
            int x = largest(alongX, point * binsX, binsX);
            int y = largest(alongY, point * binsY, binsY);
            double score = Math.max(0, Math.min(alongX.get(point * binsX + x), alongY.get(point * binsY + y)));
            found.add(new ScoredPoint(region.toPicture((double) x / binsX, (double) y / binsY), score));
        }
        return found;
    }

    /// @return the first of the largest
    private static int largest(FloatBuffer bins, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (bins.get(from + i) > bins.get(from + best)) {
                best = i;
            }
        }
        return best;
    }
}
