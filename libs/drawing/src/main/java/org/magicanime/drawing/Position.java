package org.magicanime.drawing;

/// A point of a picture.
///
/// @param x pixels to the right of the picture's left edge
/// @param y pixels below the picture's upper edge
public record Position(double x, double y) {
    public Position plus(double right, double down) {
        return new Position(x + right, y + down);
    }

    /// @param degrees 0 is down, 90 is to the picture's right, 180 is up
    public Position going(double degrees, double length) {
        double angle = Math.toRadians(degrees);
        return plus(Math.sin(angle) * length, Math.cos(angle) * length);
    }

    public Position towards(Position other, double share) {
        return new Position(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    public double distanceTo(Position other) {
        return Math.hypot(other.x - x, other.y - y);
    }
}
