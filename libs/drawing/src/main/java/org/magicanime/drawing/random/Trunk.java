package org.magicanime.drawing.random;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// The shape of a trunk: ellipses around a spine, seen from anywhere.
final class Trunk {
    private static final int STEPS = 12;
    private static final double FORESHORTENED = 0.6;

    private final Build build;
    private final Skeleton skeleton;
    private final Vec down;

    Trunk(Build build, Skeleton skeleton) {
        this.build = build;
        this.skeleton = skeleton;
        down = skeleton.hips().minus(skeleton.neck());
    }

    /// @param t 0 at the shoulders to 1 at the hips; the crotch is at 1.15
    private Vec middle(double t) {
        Turn turn = turn(t);
        return skeleton.neck().plus(down, t).plus(turn.z(), value(build.forward(), t) * skeleton.scale());
    }

    private Turn turn(double t) {
        return t > 0.85 ? skeleton.pelvis() : skeleton.trunk();
    }

    private double width(double t) {
        return value(build.width(), t) * skeleton.scale();
    }

    double depth(double t) {
        return value(build.depth(), t) * skeleton.scale();
    }

    private static double value(double[] sections, double t) {
        double at = Math.clamp(t, 0, 1) * (Build.SECTIONS - 1);
        int below = Math.min(Build.SECTIONS - 2, (int) at);
        return sections[below] + (sections[below + 1] - sections[below]) * (at - below);
    }

    /// Half of what the trunk takes along the direction to the viewer.
    double halfDepth() {
        double x = skeleton.trunk().x().z() * width(0.4);
        double z = skeleton.trunk().z().z() * depth(0.4);
        return Math.hypot(x, z);
    }

    /// A place on the surface.
    ///
    /// @param degrees around the trunk: 0 in front, positive towards its left
    Vec surface(double t, double degrees) {
        double angle = Math.toRadians(degrees);
        return middle(t).plus(turn(t).of(width(t) * Math.sin(angle), 0, depth(t) * Math.cos(angle)));
    }

    /// The direction around the trunk that faces the viewer, in degrees.
    private double towardsViewer(double t) {
        return Math.toDegrees(
                Math.atan2(depth(t) * turn(t).x().z(), width(t) * turn(t).z().z()));
    }

    boolean seen(double t, double degrees) {
        double apart = Math.abs(degrees - towardsViewer(t)) % 360;
        return Math.min(apart, 360 - apart) < 85;
    }

    /// What is seen of a part from one height to another, all around.
    Shape band(double from, double to) {
        List<Position> left = new ArrayList<>();
        List<Position> right = new ArrayList<>();
        Position axis = direction();
        for (int i = 0; i <= STEPS; i++) {
            double t = from + (to - from) * i / STEPS;
            Vec middle = middle(t);
            double half = half(t, axis);
            left.add(new Position(middle.x() - axis.y() * half, middle.y() + axis.x() * half));
            right.add(new Position(middle.x() + axis.y() * half, middle.y() - axis.x() * half));
        }
        left.addAll(right.reversed());
        return Outlines.polygon(left);
    }

    /// The direction of the spine in the picture, of length 1.
    private Position direction() {
        double length = Math.max(1e-6, Math.hypot(down.x(), down.y()));
        return new Position(down.x() / length, down.y() / length);
    }

    /// Half of what is seen across the spine.
    private double half(double t, Position axis) {
        Turn turn = turn(t);
        double x = (-turn.x().x() * axis.y() + turn.x().y() * axis.x()) * width(t);
        double z = (-turn.z().x() * axis.y() + turn.z().y() * axis.x()) * depth(t);
        return Math.hypot(x, z);
    }

    /// The shapes that together are the trunk.
    List<Shape> shapes() {
        double length = Math.hypot(down.x(), down.y());
        List<Shape> shapes = new ArrayList<>();
        if (length < FORESHORTENED * down.length()) {
            for (int i = 0; i < 5; i++) {
                shapes.add(Hull.around(ring(i / 5.0), ring((i + 1) / 5.0)));
            }
            return shapes;
        }
        Position axis = direction();
        List<Position> points = new ArrayList<>();
        List<Position> other = new ArrayList<>();
        double[] heights = {-0.05, 0.05, 0.17, 0.34, 0.5, 0.67, 0.84, 1, 1.12};
        for (double t : heights) {
            Vec middle = middle(t);
            double narrow = t < 0 ? 0.45 : t > 1.1 ? 0.5 : t < 0.1 ? 0.86 : 1;
            double half = narrow * half(t, axis);
            points.add(new Position(middle.x() - axis.y() * half, middle.y() + axis.x() * half));
            other.add(new Position(middle.x() + axis.y() * half, middle.y() - axis.x() * half));
        }
        points.addAll(other.reversed());
        shapes.add(Outlines.smooth(points));
        return shapes;
    }

    /// The edge of the trunk at a height.
    List<Position> ring(double t) {
        return new Ellipsoid(middle(t), width(t), 0.12 * width(t), depth(t), turn(t)).outline();
    }

    /// A strip of the surface, as far as it faces the viewer; null where none of it does.
    ///
    /// @param top half its width in degrees at its upper end
    /// @param bottom half its width at its lower end
    @org.jspecify.annotations.Nullable
    Shape strip(double from, double to, double centre, double top, double bottom) {
        List<Position> left = new ArrayList<>();
        List<Position> right = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double share = i / (double) STEPS;
            double t = from + (to - from) * share;
            double half = top + (bottom - top) * share;
            double viewer = towardsViewer(t);
            double off = centre - viewer;
            double relative = off - 360 * Math.round(off / 360);
            double least = Math.max(relative - half, -89);
            double most = Math.min(relative + half, 89);
            if (least >= most) {
                continue;
            }
            left.add(surface(t, viewer + least).flat());
            right.add(surface(t, viewer + most).flat());
        }
        if (left.size() < 2) {
            return null;
        }
        left.addAll(right.reversed());
        return Outlines.polygon(left);
    }
}
