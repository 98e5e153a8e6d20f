package org.magicanime.keypoint.model;

import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.picture.Point;

/// Width of the shoulders by length of the torso, wherever the model puts them.
final class Proportion {
    private static final int LEFT_SHOULDER = 11;
    private static final int RIGHT_SHOULDER = 12;
    private static final int LEFT_HIP = 23;
    private static final int RIGHT_HIP = 24;
    /// Of what has no torso at all; still a number for a report.
    private static final double MOST = 1000;

    private Proportion() {}

    static double of(BodyPose pose) {
        Point left = point(pose, LEFT_SHOULDER);
        Point right = point(pose, RIGHT_SHOULDER);
        double torso = left.middleTo(right).distanceTo(point(pose, LEFT_HIP).middleTo(point(pose, RIGHT_HIP)));
        return Math.min(MOST, left.distanceTo(right) / Math.max(torso, 1 / MOST));
    }

    private static Point point(BodyPose pose, int landmark) {
        return pose.landmarks().get(landmark).point();
    }
}
