package org.magicanime.inference.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RoiTest {
    private static final double EXACT = 1e-9;

    @Test
    void cornersMapToCorners() {
        Roi roi = new Roi(100, 50, 40, 20, 0);

        near(roi.toPicture(0, 0), 80, 40);
        near(roi.toPicture(1, 1), 120, 60);
        near(roi.toPicture(0.5, 0.5), 100, 50);
    }

    @Test
    void aQuarterTurnClockwiseTakesItsRightEdgeDown() {
        Roi roi = new Roi(100, 50, 40, 20, Math.PI / 2);

        near(roi.toPicture(1, 0.5), 100, 70);
        near(roi.toPicture(0.5, 0), 110, 50);
    }

    @Test
    void whatGoesToThePictureComesBack() {
        Roi roi = new Roi(31, -7, 40, 90, 0.7);

        near(roi.toRoi(roi.toPicture(0.2, 1.3)), 0.2, 1.3);
    }

    @Test
    void theRotationBringsADirectionToItsAngle() {
        // From the hips straight up: nothing to turn.
        assertThat(Roi.rotation(new Point(5, 9), new Point(5, 1), Math.PI / 2)).isCloseTo(0, within(EXACT));
        // The head lies to the right: the body is turned clockwise by a quarter.
        assertThat(Roi.rotation(new Point(5, 9), new Point(9, 9), Math.PI / 2)).isCloseTo(Math.PI / 2, within(EXACT));
        // Head down: half a turn is -π, not π.
        assertThat(Roi.rotation(new Point(5, 1), new Point(5, 9), Math.PI / 2)).isCloseTo(-Math.PI, within(EXACT));
    }

    @Test
    void growingMovesAlongItsOwnVerticalAxisAndMakesASquare() {
        Roi upright = new Roi(100, 50, 40, 20, 0).grown(2, -0.5);
        Roi turned = new Roi(100, 50, 40, 20, Math.PI / 2).grown(2, -0.5);

        assertThat(upright).isEqualTo(new Roi(100, 40, 80, 80, 0));
        assertThat(turned.cx()).isCloseTo(110, within(EXACT));
        assertThat(turned.cy()).isCloseTo(50, within(EXACT));
    }

    private static void near(Point point, double x, double y) {
        assertThat(point.x()).isCloseTo(x, within(EXACT));
        assertThat(point.y()).isCloseTo(y, within(EXACT));
    }
}
