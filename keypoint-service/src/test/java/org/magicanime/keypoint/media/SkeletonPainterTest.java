package org.magicanime.keypoint.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.magicanime.keypoint.domain.WholeBody;

class SkeletonPainterTest {
    private final SkeletonCanvas canvas = new SkeletonCanvas(512, 600);
    private final SkeletonPainter painter = new SkeletonPainter(canvas, 1, 512, 600);
    private final WholeBody body = new WholeBody();

    @Test
    void aBodyWithoutPointsLeavesTheCanvasEmpty() {
        painter.draw(body);
        assertThat(canvas.isDrawn(0, 0, 600)).isFalse();
    }

    @Test
    void aJointIsADiscOfRadiusFour() {
        body.set(0, 100.5, 200.5, 0.01);
        painter.draw(body);
        for (int y = 190; y < 212; y++) {
            for (int x = 90; x < 112; x++) {
                int expected = Math.hypot(x - 100, y - 200) <= 4 ? SkeletonColours.joint(0) : 0;
                assertThat(canvas.colour(x, y)).as("%d, %d", x, y).isEqualTo(expected);
            }
        }
    }

    @Test
    void aLimbIsAnEllipseBetweenItsJoints() {
        // right elbow and right wrist
        body.set(8, 100, 300, 0.9);
        body.set(10, 200, 300, 0.9);
        painter.draw(body);
        assertThat(canvas.colour(150, 300)).isEqualTo(SkeletonColours.limb(3));
        assertThat(SkeletonColours.rgb(SkeletonColours.limb(3))).isEqualTo(0xffff00);
        assertThat(rows(150)).as("in the middle").isEqualTo(8);
        // 4·√(1 − (40/50)²) = 2.4
        assertThat(rows(110)).as("near the end").isBetween(4, 6);
        assertThat(rows(90)).as("beyond the end").isZero();
    }

    @Test
    void aLimbIsTurnedWithItsJoints() {
        body.set(8, 100, 100, 0.9);
        body.set(10, 200, 200, 0.9);
        painter.draw(body);
        assertThat(canvas.colour(130, 130)).isEqualTo(SkeletonColours.limb(3));
        assertThat(canvas.colour(170, 170)).isEqualTo(SkeletonColours.limb(3));
        assertThat(canvas.colour(130, 170)).isZero();
        assertThat(canvas.colour(170, 130)).isZero();
    }

    @Test
    void theNeckIsBetweenShouldersThatAreSeenWell() {
        body.set(5, 300, 100, 0.9);
        body.set(6, 200, 120, 0.31);
        painter.draw(body);
        assertThat(canvas.colour(250, 110)).isEqualTo(SkeletonColours.joint(1));
        assertThat(canvas.colour(225, 115)).as("right shoulder").isEqualTo(SkeletonColours.limb(0));
        assertThat(canvas.colour(275, 105)).as("left shoulder").isEqualTo(SkeletonColours.limb(1));
        body.set(6, 200, 120, 0.3);
        canvas.clear();
        painter.draw(body);
        assertThat(canvas.colour(250, 110)).isZero();
        assertThat(canvas.colour(200, 120)).isEqualTo(SkeletonColours.joint(2));
    }

    @Test
    void everyLimbJoinsTheJointsThatOpenPoseJoins() {
        Random random = new Random(11);
        for (int point = 0; point < 17; point++) {
            body.set(point, 500 * random.nextDouble(), 590 * random.nextDouble(), 0.9);
        }
        painter.draw(body);
        // colour, then the COCO points at its ends; the neck lies between points 5 and 6
        int[][] limbs = {
            {2, 6, 8},
            {3, 8, 10},
            {4, 5, 7},
            {5, 7, 9},
            {7, 12, 14},
            {8, 14, 16},
            {10, 11, 13},
            {11, 13, 15},
            {13, 0, 2},
            {14, 2, 4},
            {15, 0, 1},
            {16, 1, 3}
        };
        int[][] fromNeck = {{0, 6}, {1, 5}, {6, 12}, {9, 11}, {12, 0}};
        double neckX = (body.x(5) + body.x(6)) / 2;
        double neckY = (body.y(5) + body.y(6)) / 2;
        for (int[] limb : limbs) {
            assertLimb(limb[0], body.x(limb[1]), body.y(limb[1]), body.x(limb[2]), body.y(limb[2]));
        }
        for (int[] limb : fromNeck) {
            assertLimb(limb[0], neckX, neckY, body.x(limb[1]), body.y(limb[1]));
        }
    }

    /// Of ten places along a limb at least one shows it: others may lie on top.
    private void assertLimb(int limb, double x1, double y1, double x2, double y2) {
        boolean found = false;
        for (int i = 1; i < 10; i++) {
            int x = (int) (x1 + (x2 - x1) * i / 10);
            int y = (int) (y1 + (y2 - y1) * i / 10);
            found |= canvas.colour(x, y) == SkeletonColours.limb(limb);
        }
        assertThat(found).as("limb %d", limb).isTrue();
    }

    @Test
    void handsHaveBluePointsAndLinesByHue() {
        // wrist, then the two joints of the middle finger that follow it
        body.set(WholeBody.RIGHT_HAND, 100, 400, 0.5);
        body.set(WholeBody.RIGHT_HAND + 9, 100, 360, 0.5);
        body.set(WholeBody.RIGHT_HAND + 10, 100, 320, 0.5);
        painter.draw(body);
        assertThat(SkeletonColours.rgb(canvas.colour(100, 400))).isEqualTo(0x0000ff);
        assertThat(canvas.colour(100, 380)).isEqualTo(SkeletonColours.handLine(8));
        // 8/20 of the wheel is 144 degrees: green with a little blue
        assertThat(SkeletonColours.rgb(SkeletonColours.handLine(8))).isEqualTo(0x00ff66);
        assertThat(canvas.colour(100, 340)).isEqualTo(SkeletonColours.handLine(9));
        assertThat(canvas.colour(104, 380)).isZero();
    }

    @Test
    void theFaceHasWhitePointsOfRadiusThree() {
        body.set(WholeBody.FACE + 67, 50.5, 60.5, 0.5);
        painter.draw(body);
        assertThat(SkeletonColours.rgb(canvas.colour(50, 60))).isEqualTo(0xffffff);
        assertThat(canvas.colour(53, 60)).isEqualTo(SkeletonColours.FACE_POINT);
        assertThat(canvas.colour(54, 60)).isZero();
    }

    @Test
    void feetAreLeftOutAsDwPoseLeavesThemOut() {
        body.set(WholeBody.FEET, 50, 60, 0.9);
        painter.draw(body);
        assertThat(canvas.isDrawn(0, 0, 600)).isFalse();
    }

    @Test
    void sizesGrowWithThePicture() {
        SkeletonCanvas large = new SkeletonCanvas(1024, 1024);
        body.set(0, 100.25, 200.25, 0.9);
        new SkeletonPainter(large, 2, 1024, 1024).draw(body);
        assertThat(large.colour(200 + 8, 400)).isEqualTo(SkeletonColours.joint(0));
        assertThat(large.colour(200 + 9, 400)).isZero();
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        body.set(8, -100, -200, 0.9);
        body.set(10, 1e9, 1e9, 0.9);
        body.set(0, Double.NaN, 5, 0.9);
        painter.draw(body);
        canvas.clear();
        assertThat(canvas.isDrawn(0, 0, 600)).isFalse();
    }

    private int rows(int x) {
        int rows = 0;
        for (int y = 0; y < 600; y++) {
            rows += canvas.colour(x, y) != 0 ? 1 : 0;
        }
        return rows;
    }
}
