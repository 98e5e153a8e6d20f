package org.magicanime.facecrop.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.magicanime.inference.picture.Roi;

class FaceHintTest {
    private static final SketchedFace FACE = SketchedFace.at(320, 180, 80);

    private final float[] values = new float[BodyPoints.POINTS * BodyPoints.VALUES];

    @Test
    void aFaceSurroundsWhatIsWithinJawAndBrows() {
        Landmarks face = FACE.landmarks();
        FaceMeasures box = FACE.measures();

        assertThat(face.surrounds(320, 200)).isTrue();
        assertThat(face.surrounds(box.left() - 1, 200)).isFalse();
        assertThat(face.surrounds(box.right() + 1, 200)).isFalse();
        assertThat(face.surrounds(320, box.bottom() + 1)).isFalse();
        assertThat(face.surrounds(320, box.top() - 1)).isFalse();
    }

    @Test
    void aHandIsOverTheFaceWithTheShareOfItsPointsThere() {
        for (int i = 0; i < BodyPoints.HAND_POINTS; i++) {
            set(BodyPoints.LEFT_HAND + i, i < 7 ? 320 : 600, 200, 0.9);
            // Far more of the other hand, but not seen.
            set(BodyPoints.LEFT_HAND + BodyPoints.HAND_POINTS + i, 320, 200, 0.4);
        }

        assertThat(hint(false).handOver(FACE.landmarks())).isCloseTo(7.0 / 21, within(1e-9));
        assertThat(hint(true).handOver(FACE.landmarks()))
                .as("points that were guessed")
                .isZero();
    }

    @Test
    void withoutEyesThereIsNoPlaceToLook() {
        set(BodyPoints.NOSE, 320, 200, 0.9);
        set(BodyPoints.LEFT_EYE, 340, 180, 0.9);
        assertThat(hint(false).head(1)).isEmpty();
        assertThat(hint(false).face(1)).isEmpty();

        set(BodyPoints.RIGHT_EYE, 300, 180, 0.9);

        // Three times as large as nose and eyes; in pictures of half the size.
        Roi head = hint(false).head(2).orElseThrow();
        assertThat(head.cx()).isCloseTo(320 / 2.0 - 0.5, within(1e-4));
        assertThat(head.cy()).isCloseTo(190 / 2.0 - 0.5, within(1e-4));
        assertThat(head.width()).isCloseTo(3 * 40 / 2.0, within(1e-4));
        assertThat(head.rotation()).isCloseTo(0, within(1e-6));
    }

    private FaceHint hint(boolean bridged) {
        return new FaceHint(new BodyPoints(values.clone()), bridged);
    }

    private void set(int point, double x, double y, double confidence) {
        values[point * BodyPoints.VALUES] = (float) x;
        values[point * BodyPoints.VALUES + 1] = (float) y;
        values[point * BodyPoints.VALUES + 2] = (float) confidence;
    }
}
