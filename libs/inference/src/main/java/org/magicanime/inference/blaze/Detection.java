package org.magicanime.inference.blaze;

import java.util.List;
import org.magicanime.inference.picture.Point;

/// What a detector found, in units of what it was shown: 0 to 1 from the left and from the top, beyond where it
// guesses.
///
/// @param score 0 to 1
/// @param left of the box
/// @param top of the box
/// @param right of the box
/// @param bottom of the box
/// @param points the detector's key points, in its own order
public record Detection(double score, double left, double top, double right, double bottom, List<Point> points) {
    public Detection {
        points = List.copyOf(points);
    }

    /// Intersection over union of the boxes.
    double overlap(Detection other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double shared = width * height;
        return shared / (area() + other.area() - shared);
    }

    private double area() {
        return Math.max(0, right - left) * Math.max(0, bottom - top);
    }
}
