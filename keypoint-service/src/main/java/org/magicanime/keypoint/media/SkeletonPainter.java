package org.magicanime.keypoint.media;

import org.magicanime.keypoint.domain.WholeBody;

/// Draws one character as DWPose does: the body as OpenPose's 18 joints with coloured limbs, the hands as coloured
/// lines with blue points, the face as white points. Points that were not seen are left out with what ends at them.
///
/// Sizes are those of a picture whose shorter side has 512 pixels, what DWPose draws on, and grow with the picture.
final class SkeletonPainter {
    private static final double USUAL_SIDE = 512;
    private static final double STICK_WIDTH = 4;
    private static final double JOINT_RADIUS = 4;
    private static final double HAND_LINE = 2;
    private static final double HAND_RADIUS = 4;
    private static final double FACE_RADIUS = 3;

    /// What DWPose asks of both shoulders for a neck between them.
    private static final float LEAST_FOR_NECK = 0.3f;

    private static final int LEFT_SHOULDER = 5;
    private static final int RIGHT_SHOULDER = 6;
    private static final int NECK = 1;

    /// The COCO point of each of OpenPose's joints; the neck has none.
    private static final int[] COCO = {0, -1, 6, 8, 10, 5, 7, 9, 12, 14, 16, 11, 13, 15, 2, 1, 4, 3};

    /// Pairs of OpenPose's joints, in the order of their colours.
    private static final int[][] LIMBS = {
        {1, 2}, {1, 5}, {2, 3}, {3, 4}, {5, 6}, {6, 7}, {1, 8}, {8, 9}, {9, 10}, {1, 11}, {11, 12}, {12, 13}, {1, 0},
        {0, 14}, {14, 16}, {0, 15}, {15, 17}
    };

    private static final int FINGERS = 5;
    private static final int FINGER_JOINTS = 4;

    private final SkeletonCanvas canvas;
    private final double scale;
    private final double unit;
    private final double[] jointX = new double[SkeletonColours.JOINTS];
    private final double[] jointY = new double[SkeletonColours.JOINTS];
    private final boolean[] jointSeen = new boolean[SkeletonColours.JOINTS];

    /// @param scale pixels of the canvas for one of the film
    /// @param width pixels of the canvas that are shown
    /// @param height likewise
    SkeletonPainter(SkeletonCanvas canvas, double scale, double width, double height) {
        this.canvas = canvas;
        this.scale = scale;
        this.unit = Math.min(width, height) / USUAL_SIDE;
    }

    /// Draws on the canvas as it is.
    void draw(WholeBody body) {
        place(body);
        limbs();
        joints();
        hand(body, WholeBody.LEFT_HAND);
        hand(body, WholeBody.RIGHT_HAND);
        for (int point = WholeBody.FACE; point < WholeBody.LEFT_HAND; point++) {
            if (body.isSeen(point)) {
                disc(body, point, FACE_RADIUS, SkeletonColours.FACE_POINT);
            }
        }
    }

    private void place(WholeBody body) {
        for (int joint = 0; joint < COCO.length; joint++) {
            int point = COCO[joint];
            if (joint == NECK) {
                jointX[joint] = (x(body, LEFT_SHOULDER) + x(body, RIGHT_SHOULDER)) / 2;
                jointY[joint] = (y(body, LEFT_SHOULDER) + y(body, RIGHT_SHOULDER)) / 2;
                jointSeen[joint] = body.confidence(LEFT_SHOULDER) > LEAST_FOR_NECK
                        && body.confidence(RIGHT_SHOULDER) > LEAST_FOR_NECK;
            } else {
                jointX[joint] = x(body, point);
                jointY[joint] = y(body, point);
                jointSeen[joint] = body.isSeen(point);
            }
        }
    }

    private void limbs() {
        for (int limb = 0; limb < LIMBS.length; limb++) {
            int from = LIMBS[limb][0];
            int to = LIMBS[limb][1];
            if (jointSeen[from] && jointSeen[to]) {
                double dx = jointX[to] - jointX[from];
                double dy = jointY[to] - jointY[from];
                canvas.ellipse(
                        (jointX[from] + jointX[to]) / 2,
                        (jointY[from] + jointY[to]) / 2,
                        Math.hypot(dx, dy) / 2,
                        STICK_WIDTH * unit,
                        Math.atan2(dy, dx),
                        SkeletonColours.limb(limb));
            }
        }
    }

    private void joints() {
        for (int joint = 0; joint < COCO.length; joint++) {
            if (jointSeen[joint]) {
                canvas.disc(jointX[joint], jointY[joint], JOINT_RADIUS * unit, SkeletonColours.joint(joint));
            }
        }
    }

    /// The first of a hand's points is the wrist, to which the four of each finger are joined.
    private void hand(WholeBody body, int wrist) {
        for (int finger = 0; finger < FINGERS; finger++) {
            int before = wrist;
            for (int joint = 0; joint < FINGER_JOINTS; joint++) {
                int line = finger * FINGER_JOINTS + joint;
                int point = wrist + 1 + line;
                if (body.isSeen(before) && body.isSeen(point)) {
                    canvas.line(
                            x(body, before),
                            y(body, before),
                            x(body, point),
                            y(body, point),
                            HAND_LINE * unit,
                            SkeletonColours.handLine(line));
                }
                before = point;
            }
        }
        for (int point = wrist; point < wrist + WholeBody.HAND_POINTS; point++) {
            if (body.isSeen(point)) {
                disc(body, point, HAND_RADIUS, SkeletonColours.HAND_POINT);
            }
        }
    }

    private void disc(WholeBody body, int point, double radius, int colour) {
        canvas.disc(x(body, point), y(body, point), radius * unit, colour);
    }

    private double x(WholeBody body, int point) {
        return body.x(point) * scale;
    }

    private double y(WholeBody body, int point) {
        return body.y(point) * scale;
    }
}
