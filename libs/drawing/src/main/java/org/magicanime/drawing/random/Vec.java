package org.magicanime.drawing.random;

import org.magicanime.drawing.Position;

/// A place or direction in space. x grows to the picture's right, y downwards, z towards the viewer.
record Vec(double x, double y, double z) {
    static final Vec ZERO = new Vec(0, 0, 0);

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec plus(Vec direction, double length) {
        return new Vec(x + direction.x * length, y + direction.y * length, z + direction.z * length);
    }

    Vec minus(Vec other) {
        return new Vec(x - other.x, y - other.y, z - other.z);
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    Vec towards(Vec other, double share) {
        return plus(other.minus(this), share);
    }

    double dot(Vec other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vec cross(Vec other) {
        return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    /// Of length 1; downwards where there is no direction.
    Vec unit() {
        double length = length();
        return length < 1e-9 ? new Vec(0, 1, 0) : times(1 / length);
    }

    /// Where it is seen.
    Position flat() {
        return new Position(x, y);
    }
}
