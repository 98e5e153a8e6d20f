package org.magicanime.drawing.random;

/// A rotation, as the images of the three axes.
record Turn(Vec x, Vec y, Vec z) {
    static final Turn NONE = new Turn(new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1));

    /// @param degrees positive: what faced the viewer faces the picture's right
    static Turn yaw(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Turn(new Vec(cos, 0, -sin), new Vec(0, 1, 0), new Vec(sin, 0, cos));
    }

    /// @param degrees positive: the top comes towards the viewer, what faced the viewer looks down
    static Turn pitch(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Turn(new Vec(1, 0, 0), new Vec(0, cos, -sin), new Vec(0, sin, cos));
    }

    /// @param degrees clockwise in the picture
    static Turn roll(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Turn(new Vec(cos, sin, 0), new Vec(-sin, cos, 0), new Vec(0, 0, 1));
    }

    Vec of(Vec v) {
        return new Vec(
                x.x() * v.x() + y.x() * v.y() + z.x() * v.z(),
                x.y() * v.x() + y.y() * v.y() + z.y() * v.z(),
                x.z() * v.x() + y.z() * v.y() + z.z() * v.z());
    }

    Vec of(double right, double down, double near) {
        return of(new Vec(right, down, near));
    }

    /// First the other one, then this one.
    Turn after(Turn first) {
        return new Turn(of(first.x), of(first.y), of(first.z));
    }

    /// How far what it turns faces to the side: 0 the viewer, 90 the picture's right, 180 away.
    double facing() {
        return Math.toDegrees(Math.atan2(z.x(), z.z()));
    }
}
