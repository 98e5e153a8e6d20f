package org.magicanime.facecrop.domain;

/// What was measured of the face in one frame. Where not all landmarks were seen, all that is measured from
/// them is 0.
///
/// @param score 0 to 1: of the face mesh that the landmarks come from
/// @param points landmarks that were seen
/// @param left of the landmarks' box in pixels of the film, as the picture lies
/// @param top likewise
/// @param right likewise
/// @param bottom likewise
/// @param width of the landmarks' box in pixels of the film, after the eyes were made level
/// @param height likewise
/// @param eyeDistance between the middles of the eyes, in pixels of the film
/// @param roll of the line between the eyes, in degrees, clockwise on screen; -180 to 180
/// @param turn how much further the tip of the nose is from one edge of the jaw than from the other, by the
///     sum of both: 0 seen from the front, ±1 where the nose hides an edge; positive to the picture's
///     right; -10 to 10
/// @param eyesTurn the same of the root of the nose between the outer corners of the eyes
/// @param mouthOpening between the inner lips, in distances between the eyes
/// @param mouthWidth between the corners of the mouth, in pixels of the film
/// @param edge width of the sharpest edges of the eyes, in sizes of the face: how blurred it is
/// @param covered share of the face that something hides which is not there for long, 0 to 1
/// @param change how different what follows looks from what was before: 1 is about what is between two characters
/// @param other size of another face near by, by that of this one; 0 if there is none
public record FaceMeasures(
        double score,
        int points,
        double left,
        double top,
        double right,
        double bottom,
        double width,
        double height,
        double eyeDistance,
        double roll,
        double turn,
        double eyesTurn,
        double mouthOpening,
        double mouthWidth,
        double edge,
        double covered,
        double change,
        double other) {
    private static final int LEFT_JAW = 2;
    private static final int RIGHT_JAW = 14;
    private static final int NOSE_ROOT = 27;
    private static final int NOSE_TIP = 30;
    private static final int LEFT_EYE_OUT = 36;
    private static final int LEFT_EYE_IN = 39;
    private static final int RIGHT_EYE_IN = 42;
    private static final int RIGHT_EYE_OUT = 45;
    private static final int LEFT_OF_MOUTH = 48;
    private static final int RIGHT_OF_MOUTH = 54;
    private static final int UPPER_LIP = 62;
    private static final int LOWER_LIP = 66;
    /// Beyond this a turn says nothing more; where an edge hides the other one it would not be finite.
    private static final double MOST_TURN = 10;

    /// @param score 0 to 1
    public static FaceMeasures of(Landmarks face, double score) {
        int points = face.seen();
        if (points < Landmarks.POINTS) {
            return new FaceMeasures(score, points, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
        double leftEyeX = (face.x(LEFT_EYE_OUT) + face.x(LEFT_EYE_IN)) / 2;
        double leftEyeY = (face.y(LEFT_EYE_OUT) + face.y(LEFT_EYE_IN)) / 2;
        double rightEyeX = (face.x(RIGHT_EYE_IN) + face.x(RIGHT_EYE_OUT)) / 2;
        double rightEyeY = (face.y(RIGHT_EYE_IN) + face.y(RIGHT_EYE_OUT)) / 2;
        double roll = StrictMath.atan2(rightEyeY - leftEyeY, rightEyeX - leftEyeX);
        double eyes = StrictMath.hypot(rightEyeX - leftEyeX, rightEyeY - leftEyeY);
        Extent across = new Extent();
        Extent down = new Extent();
        Extent levelAcross = new Extent();
        Extent levelDown = new Extent();
        double[] level = new double[Landmarks.POINTS];
        double cos = StrictMath.cos(roll);
        double sin = StrictMath.sin(roll);
        for (int point = 0; point < Landmarks.POINTS; point++) {
            double x = face.x(point);
            double y = face.y(point);
            across.add(x);
            down.add(y);
            level[point] = x * cos + y * sin;
            levelAcross.add(level[point]);
            levelDown.add(y * cos - x * sin);
        }
        return new FaceMeasures(
                score,
                points,
                across.from,
                down.from,
                across.to,
                down.to,
                levelAcross.length(),
                levelDown.length(),
                eyes,
                StrictMath.toDegrees(roll),
                turn(level[LEFT_JAW], level[NOSE_TIP], level[RIGHT_JAW]),
                turn(level[LEFT_EYE_OUT], level[NOSE_ROOT], level[RIGHT_EYE_OUT]),
                eyes > 0 ? distance(face, UPPER_LIP, LOWER_LIP) / eyes : 0,
                distance(face, LEFT_OF_MOUTH, RIGHT_OF_MOUTH),
                0,
                0,
                0,
                0);
    }

    /// The same, with what was measured in the picture and in the frames around.
    FaceMeasures looking(double newEdge, double newCovered, double newChange, double newOther) {
        return new FaceMeasures(
                score,
                points,
                left,
                top,
                right,
                bottom,
                width,
                height,
                eyeDistance,
                roll,
                turn,
                eyesTurn,
                mouthOpening,
                mouthWidth,
                newEdge,
                newCovered,
                newChange,
                newOther);
    }

    /// Width by height of the landmarks' level box; 0 if there is none.
    double aspect() {
        return height > 0 ? width / height : 0;
    }

    /// The longer side of the level box.
    double size() {
        return Math.max(width, height);
    }

    double centreX() {
        return (left + right) / 2;
    }

    double centreY() {
        return (top + bottom) / 2;
    }

    private static double turn(double leftEdge, double middle, double rightEdge) {
        double toLeft = middle - leftEdge;
        double toRight = rightEdge - middle;
        double sum = toLeft + toRight;
        double turn = sum > 0 ? (toLeft - toRight) / sum : MOST_TURN;
        return Math.clamp(turn, -MOST_TURN, MOST_TURN);
    }

    private static double distance(Landmarks face, int one, int other) {
        return StrictMath.hypot(face.x(one) - face.x(other), face.y(one) - face.y(other));
    }

    private static final class Extent {
        private double from = Double.POSITIVE_INFINITY;
        private double to = Double.NEGATIVE_INFINITY;

        void add(double value) {
            from = Math.min(from, value);
            to = Math.max(to, value);
        }

        double length() {
            return to - from;
        }
    }
}
