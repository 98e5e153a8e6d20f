package org.magicanime.inference.picture;

/// @param x to the right, in the unit that the method says
/// @param y downwards
public record Point(double x, double y) {
    public double distanceTo(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    public Point middleTo(Point other) {
        return new Point((x + other.x) / 2, (y + other.y) / 2);
    }
}
