package org.magicanime.testkit.drawn;

import java.util.List;
import org.magicanime.drawing.Hand;
import org.magicanime.drawing.KnownPoint;

/// A character in one picture.
///
/// @param name who it is
/// @param kind how it is drawn
/// @param shot number of the shot to which it belongs: in a dissolve there are characters of two
/// @param box around what is in the picture of it
/// @param points 133 in COCO-WholeBody's order: 17 of the body, 6 of the feet, 68 of the face (iBUG), 21 of the left
///     hand, 21 of the right; left and right are the character's own. All absent for one that is not humanoid
/// @param mouthOpening height of the inner lips in distances between the eyes, 0 when shut
/// @param turn of the face: see {@link Actor#turn}
/// @param speaking whether the picture is within something that it says
/// @param loudness of its voice, 0 to 1
public record CharacterTruth(
        String name,
        Figure.Kind kind,
        int shot,
        Box box,
        List<KnownPoint> points,
        double mouthOpening,
        double turn,
        boolean speaking,
        double loudness) {
    public static final int POINTS = 133;
    public static final int FACE = 23;
    public static final int LANDMARKS = 68;
    public static final int LEFT_HAND = FACE + LANDMARKS;
    public static final int RIGHT_HAND = LEFT_HAND + Hand.POINTS;

    private static final double PROFILE = 2.5;

    public CharacterTruth {
        points = List.copyOf(points);
        if (points.size() != POINTS) {
            throw new IllegalArgumentException(name + " has " + points.size() + " points");
        }
    }

    /// The 68 of the face.
    public List<KnownPoint> landmarks() {
        return points.subList(FACE, LEFT_HAND);
    }

    /// From the middle between the shoulders to the middle between the hips, in pixels.
    public double torso() {
        return Math.hypot(
                middleX(5, 6) - middleX(11, 12),
                (points.get(5).y()
                                + points.get(6).y()
                                - points.get(11).y()
                                - points.get(12).y())
                        / 2);
    }

    private double middleX(int one, int other) {
        return (points.get(one).x() + points.get(other).x()) / 2;
    }

    /// Whether the face is seen from the side.
    public boolean profile() {
        return Math.abs(turn) >= PROFILE;
    }
}
