package org.magicanime.inference.landmark;

import java.util.List;
import org.magicanime.inference.picture.Point;

/// Landmarks of a face as a model saw them.
///
/// @param points in pixels of the picture; (0, 0) is the middle of the first pixel
/// @param scores of each point, 0 to 1
public record SeenLandmarks(List<Point> points, List<Double> scores) {
    public SeenLandmarks {
        points = List.copyOf(points);
        scores = List.copyOf(scores);
        if (points.size() != scores.size()) {
            throw new IllegalArgumentException(points.size() + " points have " + scores.size() + " scores");
        }
    }

    /// Mean of the scores: how much there is a face.
    public double score() {
        return scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
