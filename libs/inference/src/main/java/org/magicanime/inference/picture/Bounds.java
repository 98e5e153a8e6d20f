package org.magicanime.inference.picture;

import java.util.List;

/// An upright rectangle.
///
/// @param left x, in the unit that the user says
/// @param top y, downwards
/// @param right at least `left`
/// @param bottom at least `top`
public record Bounds(double left, double top, double right, double bottom) {

    /// The smallest that has all points.
    ///
    /// @param points at least one
    public static Bounds of(List<Point> points) {
        return new Bounds(
                points.stream().mapToDouble(Point::x).min().orElseThrow(),
                points.stream().mapToDouble(Point::y).min().orElseThrow(),
                points.stream().mapToDouble(Point::x).max().orElseThrow(),
                points.stream().mapToDouble(Point::y).max().orElseThrow());
    }

    /// Intersection over union, 0 to 1.
    public double overlap(Bounds other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double shared = width * height;
        return shared / (area() + other.area() - shared);
    }

    /// The middle.
    public Point centre() {
        return new Point((left + right) / 2, (top + bottom) / 2);
    }

    public double longerSide() {
        return Math.max(right - left, bottom - top);
    }

    private double area() {
        return (right - left) * (bottom - top);
    }

    /// This rectangle, with a rotation.
    public Roi turned(double rotation) {
        return new Roi(centre().x(), centre().y(), right - left, bottom - top, rotation);
    }
}
