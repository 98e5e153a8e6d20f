package org.magicanime.keypoint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.picture.Picture;

class HeldDrawingsTest {
    private final HeldDrawings drawings = new HeldDrawings();

    @Test
    void theSameDrawingWithTheNoiseOfAnEncoderIsHeld() {
        assertThat(drawings.isHeld(picture(1, -1))).isFalse();
        assertThat(drawings.isHeld(picture(2, -1))).isTrue();
        assertThat(drawings.isHeld(picture(3, -1))).isTrue();
    }

    @Test
    void aMouthThatMovesIsAnotherDrawing() {
        drawings.isHeld(picture(1, -1));

        assertThat(drawings.isHeld(picture(1, 40))).isFalse();
        assertThat(drawings.isHeld(picture(2, 40))).isTrue();
        assertThat(drawings.isHeld(picture(3, 44))).isFalse();
    }

    @Test
    void anotherSizeIsAnotherDrawing() {
        drawings.isHeld(picture(1, -1));

        assertThat(drawings.isHeld(new Picture(10, 10, new byte[300]))).isFalse();
    }

    /// Grey with noise of ±1, and a dark spot of 8×4 pixels at `spot`.
    private static Picture picture(int seed, int spot) {
        Random random = new Random(seed);
        byte[] rgb = new byte[100 * 70 * Picture.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (128 + random.nextInt(3) - 1);
        }
        for (int y = 30; spot >= 0 && y < 34; y++) {
            for (int x = spot; x < spot + 8; x++) {
                rgb[(y * 100 + x) * Picture.CHANNELS + 1] = 20;
            }
        }
        return new Picture(100, 70, rgb);
    }
}
