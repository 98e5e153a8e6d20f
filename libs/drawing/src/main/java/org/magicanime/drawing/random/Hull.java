package org.magicanime.drawing.random;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.magicanime.drawing.Outlines;
import org.magicanime.drawing.Position;

/// The smallest convex outline around points.
final class Hull {
    private static final Comparator<Position> LEFT_TO_RIGHT =
            Comparator.comparingDouble(Position::x).thenComparingDouble(Position::y);

    private Hull() {}

    @SafeVarargs
    static Path2D around(List<Position>... groups) {
        List<Position> all = new ArrayList<>();
        for (List<Position> group : groups) {
            all.addAll(group);
        }
        return Outlines.polygon(of(all));
    }

    /// Andrew's monotone chain.
    static List<Position> of(List<Position> points) {
        List<Position> sorted = new ArrayList<>(points);
        sorted.sort(LEFT_TO_RIGHT);
        if (sorted.size() < 3) {
            return sorted;
        }
        List<Position> hull = new ArrayList<>();
        half(hull, sorted, 0);
        hull.removeLast();
        half(hull, sorted.reversed(), hull.size());
        hull.removeLast();
        return hull.size() < 3 ? sorted : hull;
    }

    private static void half(List<Position> hull, List<Position> sorted, int first) {
        for (Position point : sorted) {
            while (hull.size() >= first + 2 && turn(hull.get(hull.size() - 2), hull.getLast(), point) <= 0) {
                hull.removeLast();
            }
            hull.add(point);
        }
    }

    private static double turn(Position a, Position b, Position c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    static List<Position> circle(Position centre, double radius) {
        List<Position> points = new ArrayList<>(16);
        for (int i = 0; i < 16; i++) {
            points.add(centre.going(i * 22.5, radius));
        }
        return points;
    }
}
