package org.magicanime.inference.blaze;

import java.util.List;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Point;

/// What a detector found, in units of what it was shown: 0 to 1 from the left and from the top, beyond where it
/// guesses.
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
        return bounds().overlap(other.bounds());
    }

    private Bounds bounds() {
        return new Bounds(left, top, right, bottom);
    }
}
