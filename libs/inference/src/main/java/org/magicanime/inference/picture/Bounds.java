package org.magicanime.inference.picture;

import java.util.List;

/// The smallest upright rectangle that has some points.
///
/// @param left of all points the least x
/// @param top of all points the least y
/// @param right of all points the largest x
/// @param bottom of all points the largest y
public record Bounds(double left, double top, double right, double bottom) {

    /// @param points at least one
    public static Bounds of(List<Point> points) {
        return new Bounds(
                points.stream().mapToDouble(Point::x).min().orElseThrow(),
                points.stream().mapToDouble(Point::y).min().orElseThrow(),
                points.stream().mapToDouble(Point::x).max().orElseThrow(),
                points.stream().mapToDouble(Point::y).max().orElseThrow());
    }

    /// This rectangle, with a rotation.
    public Roi turned(double rotation) {
        return new Roi((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, rotation);
    }
}
