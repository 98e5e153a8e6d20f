package org.magicanime.drawing.random;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// A ball that is longer in some directions, seen from far away. Its own coordinates: the unit ball.
///
/// @param a half its width, along the turn's x
/// @param b half its height, along the turn's y
/// @param c half its depth, along the turn's z
record Ellipsoid(Vec centre, double a, double b, double c, Turn turn) {
    private static final int STEPS = 28;

    /// A point of the surface, or within.
    Vec at(double x, double y, double z) {
        return centre.plus(turn.of(a * x, b * y, c * z));
    }

    /// The point in front of a place, on the surface; at the rim where the place is outside.
    Vec front(double x, double y) {
        double left = 1 - x * x - y * y;
        if (left <= 0) {
            double length = Math.hypot(x, y);
            return at(x / length, y / length, 0);
        }
        return at(x, y, Math.sqrt(left));
    }

    /// How much the surface faces the viewer: 1 straight, 0 at the rim, below 0 away.
    double facing(double x, double y, double z) {
        return turn.of(new Vec(x / a, y / b, z / c).unit()).z();
    }

    double frontFacing(double x, double y) {
        double left = 1 - x * x - y * y;
        return left <= 0 ? facing(x, y, 0) : facing(x, y, Math.sqrt(left));
    }

    /// What is seen of its edge.
    List<Position> outline() {
        // A direction's farthest point: the shape matrix times the direction, over its length in that matrix.
        double xx = a * a * turn.x().x() * turn.x().x()
                + b * b * turn.y().x() * turn.y().x()
                + c * c * turn.z().x() * turn.z().x();
        double yy = a * a * turn.x().y() * turn.x().y()
                + b * b * turn.y().y() * turn.y().y()
                + c * c * turn.z().y() * turn.z().y();
        double xy = a * a * turn.x().x() * turn.x().y()
                + b * b * turn.y().x() * turn.y().y()
                + c * c * turn.z().x() * turn.z().y();
        List<Position> points = new ArrayList<>(STEPS);
        for (int i = 0; i < STEPS; i++) {
            // Steps in direction, not in angle: the ends of a thin ellipse get as many.
            double angle = 2 * Math.PI * i / STEPS;
            double cos = Math.cos(angle) / Math.sqrt(xx + 1e-12);
            double sin = Math.sin(angle) / Math.sqrt(yy + 1e-12);
            double px = xx * cos + xy * sin;
            double py = xy * cos + yy * sin;
            double length = Math.sqrt(Math.max(1e-12, cos * px + sin * py));
            points.add(new Position(centre.x() + px / length, centre.y() + py / length));
        }
        return points;
    }

    Shape shape() {
        return Outlines.smooth(outline());
    }

    Ellipsoid grown(double factor) {
        return new Ellipsoid(centre, a * factor, b * factor, c * factor, turn);
    }

    /// What is seen of the part of the surface around a direction; empty where all of it faces away.
    ///
    /// @param middle direction in its own coordinates
    /// @param degrees how far the part reaches from its middle, up to 90
    List<Position> cap(Vec middle, double degrees) {
        Vec axis = middle.unit();
        Vec one = (Math.abs(axis.y()) < 0.9 ? new Vec(0, 1, 0) : new Vec(1, 0, 0))
                .cross(axis)
                .unit();
        Vec two = axis.cross(one);
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        Vec toViewer = new Vec(turn.x().z() / a, turn.y().z() / b, turn.z().z() / c).unit();
        List<Position> points = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            double angle = 2 * Math.PI * i / STEPS;
            Vec edge = axis.times(cos).plus(one, sin * Math.cos(angle)).plus(two, sin * Math.sin(angle));
            if (edge.dot(toViewer) > 0) {
                points.add(at(edge.x(), edge.y(), edge.z()).flat());
            }
        }
        Vec across = (Math.abs(toViewer.y()) < 0.9 ? new Vec(0, 1, 0) : new Vec(1, 0, 0))
                .cross(toViewer)
                .unit();
        Vec along = toViewer.cross(across);
        for (int i = 0; i < STEPS; i++) {
            double angle = 2 * Math.PI * i / STEPS;
            Vec rim = across.times(Math.cos(angle)).plus(along, Math.sin(angle));
            if (rim.dot(axis) > cos) {
                points.add(at(rim.x(), rim.y(), rim.z()).flat());
            }
        }
        return points.size() < 3 ? List.of() : Hull.of(points);
    }
}
