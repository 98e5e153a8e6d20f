package org.magicanime.keypoint.domain;

import java.util.Arrays;

/// Geometry of the large joints: COCO's shoulders, elbows, wrists, hips, knees and ankles.
final class Joints {
    static final int LEFT_SHOULDER = 5;
    static final int RIGHT_SHOULDER = 6;
    static final int LEFT_HIP = 11;
    static final int RIGHT_HIP = 12;
    static final int FIRST = LEFT_SHOULDER;
    static final int END = 17;

    private Joints() {}

    /// Middle of the shoulders to middle of the hips, in pixels; 0 if one of them was not seen.
    static double torso(WholeBody body) {
        if (!isTrunkSeen(body)) {
            return 0;
        }
        return Math.hypot(
                middle(body.x(LEFT_SHOULDER), body.x(RIGHT_SHOULDER)) - middle(body.x(LEFT_HIP), body.x(RIGHT_HIP)),
                middle(body.y(LEFT_SHOULDER), body.y(RIGHT_SHOULDER)) - middle(body.y(LEFT_HIP), body.y(RIGHT_HIP)));
    }

    /// Width of the shoulders by length of the torso; 0 if one of them was not seen.
    static double proportion(WholeBody body) {
        double torso = torso(body);
        return torso == 0
                ? 0
                : Math.hypot(
                                body.x(LEFT_SHOULDER) - body.x(RIGHT_SHOULDER),
                                body.y(LEFT_SHOULDER) - body.y(RIGHT_SHOULDER))
                        / torso;
    }

    private static boolean isTrunkSeen(WholeBody body) {
        return body.isSeen(LEFT_SHOULDER)
                && body.isSeen(RIGHT_SHOULDER)
                && body.isSeen(LEFT_HIP)
                && body.isSeen(RIGHT_HIP);
    }

    private static double middle(double a, double b) {
        return (a + b) / 2;
    }

    /// Median distance of the joints that are seen in both, in pixels; infinite if there are none.
    static double distance(WholeBody a, WholeBody b) {
        double[] distances = new double[END - FIRST];
        int count = 0;
        for (int joint = FIRST; joint < END; joint++) {
            if (a.isSeen(joint) && b.isSeen(joint)) {
                distances[count++] = Math.hypot(a.x(joint) - b.x(joint), a.y(joint) - b.y(joint));
            }
        }
        return count == 0 ? Double.POSITIVE_INFINITY : median(Arrays.copyOf(distances, count));
    }

    /// Median over the joints of how much each leaves its straight path in the middle of three frames, in pixels.
    static double bend(WholeBody before, WholeBody here, WholeBody after) {
        double[] bends = new double[END - FIRST];
        int count = 0;
        for (int joint = FIRST; joint < END; joint++) {
            if (before.isSeen(joint) && here.isSeen(joint) && after.isSeen(joint)) {
                bends[count++] = Math.hypot(
                        before.x(joint) - 2 * here.x(joint) + after.x(joint),
                        before.y(joint) - 2 * here.y(joint) + after.y(joint));
            }
        }
        return count == 0 ? 0 : median(Arrays.copyOf(bends, count));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
