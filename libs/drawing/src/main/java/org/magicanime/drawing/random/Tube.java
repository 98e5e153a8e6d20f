package org.magicanime.drawing.random;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.drawing.Position;

/// The outline of something round and long around a middle line.
final class Tube {
    private static final int CAP = 6;

    private Tube() {}

    /// @param middle at least 2 points
    /// @param radii one for each point, pixels
    static Path2D around(List<Position> middle, double[] radii) {
        int last = middle.size() - 1;
        List<Position> left = new ArrayList<>();
        List<Position> right = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            Position before = middle.get(Math.max(0, i - 1));
            Position after = middle.get(Math.min(last, i + 1));
            double dx = after.x() - before.x();
            double dy = after.y() - before.y();
            double length = Math.max(1e-6, Math.hypot(dx, dy));
            double nx = -dy / length * radii[i];
            double ny = dx / length * radii[i];
            left.add(middle.get(i).plus(nx, ny));
            right.add(middle.get(i).plus(-nx, -ny));
        }
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        path.moveTo(left.getFirst().x(), left.getFirst().y());
        left.subList(1, left.size()).forEach(point -> path.lineTo(point.x(), point.y()));
        cap(path, middle.get(last), left.get(last));
        right.reversed().forEach(point -> path.lineTo(point.x(), point.y()));
        cap(path, middle.getFirst(), right.getFirst());
        path.closePath();
        return path;
    }

    /// Half a circle around an end, from one side on.
    private static void cap(Path2D path, Position centre, Position from) {
        double dx = from.x() - centre.x();
        double dy = from.y() - centre.y();
        for (int step = 1; step < CAP; step++) {
            double angle = -Math.PI * step / CAP;
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            path.lineTo(centre.x() + dx * cos - dy * sin, centre.y() + dx * sin + dy * cos);
        }
    }

    /// A middle line from the first point over the second to the third.
    ///
    /// @param bend 0: a sharp joint, 1: a hose
    static List<Position> bent(Position from, Position joint, Position to, double bend) {
        int steps = 8;
        // A parabola that passes through the joint in its middle.
        Position pull = new Position(2 * joint.x() - (from.x() + to.x()) / 2, 2 * joint.y() - (from.y() + to.y()) / 2);
        List<Position> points = new ArrayList<>(2 * steps + 1);
        for (int i = 0; i <= 2 * steps; i++) {
            double t = i / (2.0 * steps);
            Position sharp = t < 0.5 ? from.towards(joint, 2 * t) : joint.towards(to, 2 * t - 1);
            Position round = from.towards(pull, t).towards(pull.towards(to, t), t);
            points.add(sharp.towards(round, bend));
        }
        return points;
    }
}
