package org.magicanime.inference.landmark;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// Reads points that a model tells as such, as regressors and set predictors like X-Pose (Yang et al. 2023) do:
/// x, y and a score of each, 0 to 1.
public final class PointReader implements LandmarkReader {
    private static final int VALUES = 3;

    private final int points;

    /// @param points of the model
    public PointReader(int points) {
        this.points = points;
    }

    /// @param output `[1, points, 3]`: x by the width of the input, y by its height, score
    @Override
    public SeenLandmarks read(FloatBuffer output, Roi region) {
        if (output.limit() != points * VALUES) {
            throw new IllegalArgumentException(
                    "an output of " + output.limit() + " values is not that of " + points + " points with scores");
        }
        List<Point> found = new ArrayList<>(points);
        List<Double> scores = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            found.add(region.toPicture(output.get(i * VALUES), output.get(i * VALUES + 1)));
            scores.add(Math.clamp((double) output.get(i * VALUES + 2), 0, 1));
        }
        return new SeenLandmarks(found, scores);
    }
}
