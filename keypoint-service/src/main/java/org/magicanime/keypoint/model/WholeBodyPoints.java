package org.magicanime.keypoint.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.blaze.FaceMesh;
import org.magicanime.inference.blaze.HandPose;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.simcc.SimccReader.ScoredPoint;
import org.magicanime.keypoint.domain.WholeBody;

/// Puts body, face and hands of MediaPipe together as COCO-WholeBody's 133 points.
final class WholeBodyPoints {
    /// BlazePose's number of each of the 17 points of the body and the 6 of the feet.
    private static final int[] BODY_AND_FEET = {
        0, 2, 5, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28, 31, 31, 29, 32, 32, 30
    };

    private static final int LEFT_SMALL_TOE = 18;
    private static final int RIGHT_SMALL_TOE = 21;
    /// BlazePose has one point for all toes; a copy is a guess.
    private static final double COPIED = 0.49;

    /// How often points of which the model is certain lie within a tenth of the torso's (of the face: of its
    /// own) length of where they were drawn, over 60 random scenes: it guesses hips below clothes and ears
    /// below hair.
    private static final double CERTAIN = 0.997;

    private static final double CERTAIN_EAR = 0.93;
    private static final double CERTAIN_HIP = 0.80;
    private static final double CERTAIN_LEG = 0.96;
    private static final double CERTAIN_FACE = 0.98;

    /// The middle of a pixel is a whole number to face and hands. Joints, which heat maps have moved, lie right as they
    /// are: on drawn people they are off by 0.0 and 0.6 pixels in the mean, face and hands by -0.5 and -0.4.
    private static final double CENTRE = 0.5;

    private final double width;
    private final double height;
    private final double scale;

    /// @param width of the analysed pictures
    /// @param height likewise
    /// @param scale pixels of the film for one of theirs
    WholeBodyPoints(double width, double height, double scale) {
        this.width = width;
        this.height = height;
        this.scale = scale;
    }

    WholeBody of(BodyPose pose, @Nullable FaceMesh face, @Nullable HandPose left, @Nullable HandPose right) {
        WholeBody body = new WholeBody();
        for (int i = 0; i < BODY_AND_FEET.length; i++) {
            double seen = seen(pose, BODY_AND_FEET[i]) * certain(i);
            boolean copied = i == LEFT_SMALL_TOE || i == RIGHT_SMALL_TOE;
            set(body, i, pose.landmarks().get(BODY_AND_FEET[i]).point(), copied ? Math.min(seen, COPIED) : seen);
        }
        if (face != null) {
            set(body, WholeBody.FACE, face.landmarks68(), face.score() * CERTAIN_FACE);
        }
        if (left != null) {
            set(body, WholeBody.LEFT_HAND, left.points(), left.presence());
        }
        if (right != null) {
            set(body, WholeBody.RIGHT_HAND, right.points(), right.presence());
        }
        return body;
    }

    /// The points of a model that sees all 133 at once.
    WholeBody of(List<ScoredPoint> points) {
        WholeBody body = new WholeBody();
        for (int i = 0; i < points.size(); i++) {
            set(body, i, List.of(points.get(i).point()), points.get(i).score());
        }
        return body;
    }

    private static double certain(int point) {
        return switch (point) {
            case 3, 4 -> CERTAIN_EAR;
            case 11, 12 -> CERTAIN_HIP;
            case 13, 14, 15, 16 -> CERTAIN_LEG;
            default -> CERTAIN;
        };
    }

    private void set(WholeBody body, int first, List<Point> points, double confidence) {
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            set(body, first + i, new Point(point.x() + CENTRE, point.y() + CENTRE), confidence);
        }
    }

    private void set(WholeBody body, int at, Point point, double confidence) {
        if (isInside(point) && confidence > 0) {
            body.set(at, point.x() * scale, point.y() * scale, Math.min(1, confidence));
        }
    }

    /// How much a landmark of the body is seen: 0 outside of the picture, where the model only guesses.
    double seen(BodyPose pose, int landmark) {
        BodyPose.Landmark one = pose.landmarks().get(landmark);
        return isInside(one.point()) ? Math.min(one.visibility(), one.presence()) : 0;
    }

    private boolean isInside(Point point) {
        return point.x() >= 0 && point.y() >= 0 && point.x() < width && point.y() < height;
    }
}
