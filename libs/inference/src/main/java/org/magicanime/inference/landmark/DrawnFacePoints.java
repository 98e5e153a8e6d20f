package org.magicanime.inference.landmark;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.inference.picture.Point;

/// Makes the 68 landmarks of iBUG out of the 28 of nets for drawn faces (the order of
/// hysts/anime-face-detector: jaw 0-4, brows 5-10, eyes 11-22 with upper lids before lower ones, nose 23, mouth
/// 24-27 from the picture's left over the upper lip to its right and the lower lip).
///
/// 24 of the 68 are points of the 28, or lie between two of them; the others are laid on lines through them and
/// have half the score: the nose has one point, a mouth four, and what no net saw is not to be trusted.
public final class DrawnFacePoints {
    public static final int POINTS = 28;

    private static final double GUESSED = 0.5;
    private static final int LANDMARKS = 68;

    private final SeenLandmarks seen;
    private final List<Point> points = new ArrayList<>(LANDMARKS);
    private final List<Double> scores = new ArrayList<>(LANDMARKS);

    private DrawnFacePoints(SeenLandmarks seen) {
        this.seen = seen;
    }

    /// @param seen 28 points
    /// @return 68
    public static SeenLandmarks landmarks68(SeenLandmarks seen) {
        if (seen.points().size() != POINTS) {
            throw new IllegalArgumentException("a drawn face has " + POINTS + " points, not "
                    + seen.points().size());
        }
        return new DrawnFacePoints(seen).all();
    }

    private SeenLandmarks all() {
        along(17, 0, 1, 2, 3, 4);
        along(5, 5, 6, 7);
        along(5, 8, 9, 10);
        nose();
        eye(11);
        eye(17);
        mouth();
        return new SeenLandmarks(points, scores);
    }

    /// So many points on the line through some, equally far from each other by number.
    private void along(int count, int... through) {
        for (int i = 0; i < count; i++) {
            double place = (double) i * (through.length - 1) / (count - 1);
            int before = Math.min((int) place, through.length - 2);
            double share = place - before;
            add(through[before], through[before + 1], share, share == 0 || share == 1);
        }
    }

    /// From between the inner corners of the eyes to the tip, which is all that is seen; wings are guessed around it.
    private void nose() {
        Point root = seen.points().get(13).middleTo(seen.points().get(17));
        Point tip = seen.points().get(23);
        double tipScore = seen.scores().get(23);
        for (int i = 0; i < 4; i++) {
            add(between(root, tip, i / 3.0), i == 3 ? tipScore : tipScore * GUESSED);
        }
        double eyes = seen.points().get(11).distanceTo(seen.points().get(19));
        double across = eyes == 0
                ? 0
                : (seen.points().get(19).x() - seen.points().get(11).x()) / eyes;
        double down = eyes == 0
                ? 0
                : (seen.points().get(19).y() - seen.points().get(11).y()) / eyes;
        for (int i = -2; i <= 2; i++) {
            double aside = i * eyes * 0.04;
            double below = eyes * 0.03;
            add(
                    new Point(tip.x() + aside * across - below * down, tip.y() + aside * down + below * across),
                    tipScore * GUESSED);
        }
    }

    /// Corners, two points of the upper lid, two of the lower one.
    ///
    /// @param first of the upper lid's three; the lower one's follow
    private void eye(int first) {
        add(first, first + 3, 0.5, true);
        add(first, first + 1, 0.67, false);
        add(first + 1, first + 2, 0.33, false);
        add(first + 2, first + 5, 0.5, true);
        add(first + 5, first + 4, 0.67, false);
        add(first + 4, first + 3, 0.33, false);
    }

    /// Lips have no thickness in drawings: their inner edge is the outer one.
    private void mouth() {
        int[][] outer = {{24, 25}, {25, 26}, {26, 27}, {27, 24}};
        double[] shares = {0, 1 / 3.0, 2 / 3.0};
        for (int[] part : outer) {
            for (double share : shares) {
                add(part[0], part[1], share, share == 0);
            }
        }
        for (int[] part : outer) {
            add(part[0], part[1], 0, true);
            add(part[0], part[1], 0.5, false);
        }
    }

    private void add(int one, int other, double share, boolean known) {
        double score = Math.min(seen.scores().get(one), seen.scores().get(other));
        add(between(seen.points().get(one), seen.points().get(other), share), known ? score : score * GUESSED);
    }

    private void add(Point point, double score) {
        points.add(point);
        scores.add(score);
    }

    private static Point between(Point one, Point other, double share) {
        return new Point(one.x() + (other.x() - one.x()) * share, one.y() + (other.y() - one.y()) * share);
    }
}
