package org.magicanime.caption.domain.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.magicanime.caption.domain.motion.KeypointSeries;
import org.magicanime.contracts.FrameSpan;

class CharacterPlaceTest {
    private static final int FRAMES = 30;
    private static final int NOSE = 0;
    private static final int SHOULDER = 5;
    private static final int BROW = 23 + 17;
    private static final int CHIN = 23 + 8;

    /// Landmarks of a face that turns are uncertain in many frames, and left out there.
    @Test
    void theHeightOfAFaceIsThatOfTheFramesInWhichItIsSeen() {
        CharacterPlace place = CharacterPlace.of(faceSeenIn(4), 200, 100);

        assertThat(place.faceHeight()).isEqualTo(0.6);
        assertThat(place.shotSize()).isEqualTo(ShotSize.CLOSE_UP);
    }

    @Test
    void aFaceThatIsHardlyEverSeenHasNoHeight() {
        for (int frames : new int[] {0, 2}) {
            CharacterPlace place = CharacterPlace.of(faceSeenIn(frames), 200, 100);

            assertThat(place.faceHeight()).isZero();
            assertThat(place.shotSize()).isEqualTo(ShotSize.MEDIUM);
        }
    }

    private static KeypointSeries faceSeenIn(int frames) {
        float[] values = new float[FRAMES * KeypointSeries.POINTS * KeypointSeries.VALUES];
        for (int frame = 0; frame < FRAMES; frame++) {
            put(values, frame, NOSE, 50);
            put(values, frame, SHOULDER, 90);
            if (frame < frames) {
                put(values, frame, BROW, 20);
                put(values, frame, CHIN, 80);
            }
        }
        return new KeypointSeries(new FrameSpan(0, FRAMES), 24, values);
    }

    private static void put(float[] values, int frame, int point, float y) {
        int at = (frame * KeypointSeries.POINTS + point) * KeypointSeries.VALUES;
        values[at] = 100 + point % 2;
        values[at + 1] = y;
        values[at + 2] = 0.9f;
    }
}
