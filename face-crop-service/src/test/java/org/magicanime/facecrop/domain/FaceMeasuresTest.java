package org.magicanime.facecrop.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FaceMeasuresTest {
    private static final SketchedFace FACE = SketchedFace.at(300, 200, 100);

    @Test
    void aFaceFromTheFrontHasItsSizeAndNoTurn() {
        FaceMeasures measures = FACE.measures();

        assertThat(measures.points()).isEqualTo(68);
        assertThat(measures.height()).isCloseTo(100, within(1e-3));
        assertThat(measures.width()).isCloseTo(80, within(1e-3));
        assertThat(measures.eyeDistance()).isCloseTo(40, within(1e-3));
        assertThat(measures.roll()).isCloseTo(0, within(1e-6));
        assertThat(measures.turn()).isCloseTo(0, within(1e-6));
        assertThat(measures.top()).isCloseTo(180, within(1e-3));
        assertThat(measures.bottom()).isCloseTo(280, within(1e-3));
        assertThat(measures.mouthWidth()).isCloseTo(30, within(1e-3));
    }

    @Test
    void aTurnIsMeasuredToBothSidesHoweverTheHeadIsTilted() {
        for (double roll : new double[] {-170, -40, 0, 25, 90}) {
            for (double turn : new double[] {-2.5, -1.25, 0, 0.4, 3}) {
                FaceMeasures measures = FACE.turned(turn).rolled(roll).measures();

                assertThat(measures.turn()).isCloseTo(turn, within(1e-4));
                assertThat(measures.eyesTurn()).isCloseTo(turn, within(1e-4));
                assertThat(measures.roll()).isCloseTo(roll, within(1e-3));
            }
        }
    }

    @Test
    void tiltingAHeadChangesItsBoxAndNotItsHeight() {
        FaceMeasures measures = FACE.rolled(30).measures();

        assertThat(measures.height()).isCloseTo(100, within(1e-3));
        assertThat(measures.right() - measures.left()).isGreaterThan(measures.width() + 1);
    }

    @Test
    void theMouthIsMeasuredInDistancesBetweenTheEyes() {
        assertThat(FACE.open(0.3).rolled(20).measures().mouthOpening()).isCloseTo(0.3, within(1e-4));
        assertThat(SketchedFace.at(50, 50, 30).open(0.3).measures().mouthOpening())
                .isCloseTo(0.3, within(1e-4));
    }

    @Test
    void aFaceThatIsNotAllSeenHasNoMeasures() {
        float[] values = new float[68 * 3];
        for (int i = 0; i < 67 * 3; i++) {
            values[i] = 1 + i % 7;
        }

        FaceMeasures measures = FaceMeasures.of(new Landmarks(values), 0.8);

        assertThat(measures.points()).isEqualTo(67);
        assertThat(measures.height()).isZero();
        assertThat(measures.eyeDistance()).isZero();
    }

    @Test
    void allPointsInOnePlaceAreMeasuredFinitely() {
        float[] values = new float[68 * 3];
        java.util.Arrays.fill(values, 1);

        FaceMeasures measures = FaceMeasures.of(new Landmarks(values), 1);

        assertThat(measures.turn()).isEqualTo(10);
        assertThat(measures.mouthOpening()).isZero();
    }
}
