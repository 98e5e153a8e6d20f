package org.magicanime.drawing;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/// Shapes that figures are made of.
public final class Outlines {
    private static final int CAP_STEPS = 12;

    private Outlines() {}

    /// A limb: two circles and what lies between.
    public static Path2D capsule(Position from, double fromRadius, Position to, double toRadius) {
        double along = Math.atan2(to.y() - from.y(), to.x() - from.x());
        double length = from.distanceTo(to);
        // Where the tangents of two circles touch them.
        double lean = length > Math.abs(fromRadius - toRadius) ? Math.acos((fromRadius - toRadius) / length) : 0;
        Path2D path = new Path2D.Double();
        cap(path, to, toRadius, along - lean, along + lean);
        cap(path, from, fromRadius, along + lean, along - lean + 2 * Math.PI);
        path.closePath();
        return path;
    }

    private static void cap(Path2D path, Position centre, double radius, double first, double last) {
        for (int step = 0; step <= CAP_STEPS; step++) {
            double angle = first + (last - first) * step / CAP_STEPS;
            double x = centre.x() + radius * Math.cos(angle);
            double y = centre.y() + radius * Math.sin(angle);
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
    }

    /// A smooth closed curve through the points (Catmull-Rom).
    public static Path2D smooth(List<Position> points) {
        return curve(points, true);
    }

    /// A smooth open curve through the points (Catmull-Rom).
    public static Path2D smoothLine(List<Position> points) {
        return curve(points, false);
    }

    private static Path2D curve(List<Position> points, boolean closed) {
        Path2D path = new Path2D.Double();
        int count = points.size();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        for (int i = 0; i < (closed ? count : count - 1); i++) {
            Position before = at(points, i - 1, closed);
            Position from = at(points, i, closed);
            Position to = at(points, i + 1, closed);
            Position after = at(points, i + 2, closed);
            path.curveTo(
                    from.x() + (to.x() - before.x()) / 6,
                    from.y() + (to.y() - before.y()) / 6,
                    to.x() - (after.x() - from.x()) / 6,
                    to.y() - (after.y() - from.y()) / 6,
                    to.x(),
                    to.y());
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static Position at(List<Position> points, int index, boolean closed) {
        return points.get(closed ? Math.floorMod(index, points.size()) : Math.clamp(index, 0, points.size() - 1));
    }

    public static Path2D polygon(List<Position> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        for (Position point : points.subList(1, points.size())) {
            path.lineTo(point.x(), point.y());
        }
        path.closePath();
        return path;
    }

    public static Ellipse2D ellipse(Position centre, double halfWidth, double halfHeight) {
        return new Ellipse2D.Double(centre.x() - halfWidth, centre.y() - halfHeight, 2 * halfWidth, 2 * halfHeight);
    }
}
