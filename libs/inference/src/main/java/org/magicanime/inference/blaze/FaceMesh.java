package org.magicanime.inference.blaze;

import java.util.List;
import java.util.stream.IntStream;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// A face as the mesh model sees it.
///
/// @param score 0 to 1: how much there is a face
/// @param points 468, in MediaPipe's order, in pixels of the picture
/// @param next where to look in the next frame, or once more in this one
public record FaceMesh(double score, List<Point> points, Roi next) {
    /// For each of iBUG's 68 points that of the mesh; checked by eye on a frontal close-up. Number 0 is the temple at
    /// the picture's left.
    private static final int[] IBUG = {
        127,
        234,
        93,
        132,
        58,
        136,
        150,
        176,
        152,
        400,
        379,
        365,
        288,
        361,
        323,
        454,
        356, // jaw
        70,
        63,
        105,
        66,
        107,
        336,
        296,
        334,
        293,
        300, // brows
        168,
        197,
        5,
        4,
        98,
        97,
        2,
        326,
        327, // nose
        33,
        160,
        158,
        133,
        153,
        144,
        362,
        385,
        387,
        263,
        373,
        380, // eyes
        61,
        39,
        37,
        0,
        267,
        269,
        291,
        405,
        314,
        17,
        84,
        181, // lips
        78,
        81,
        13,
        311,
        308,
        402,
        14,
        178 // their inner edge
    };

    private static final int UPPER_LIP = 13;
    private static final int LOWER_LIP = 14;

    public FaceMesh {
        points = List.copyOf(points);
    }

    /// The 68 landmarks of iBUG 300-W: jaw 0-16, brows 17-26, nose 27-35, eyes 36-47, lips 48-59, inner lips 60-67.
    public List<Point> landmarks68() {
        return IntStream.of(IBUG).mapToObj(points::get).toList();
    }

    /// Height of the open mouth in distances between the eyes: what size the face has does not matter.
    public double mouthOpening() {
        Point left = points.get(33).middleTo(points.get(133));
        Point right = points.get(362).middleTo(points.get(263));
        return points.get(UPPER_LIP).distanceTo(points.get(LOWER_LIP)) / left.distanceTo(right);
    }
}
