package org.magicanime.inference.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.picture.RoiSampler.Border;

class RoiSamplerTest {
    /// Red grows to the right by 10 for each pixel, green downwards by 10; blue is 255.
    private static final Picture RAMP = ramp(10, 6);

    private static Picture ramp(int width, int height) {
        byte[] rgb = new byte[width * height * Picture.CHANNELS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * Picture.CHANNELS;
                rgb[at] = (byte) (10 * x);
                rgb[at + 1] = (byte) (10 * y);
                rgb[at + 2] = (byte) 255;
            }
        }
        return new Picture(width, height, rgb);
    }

    @Test
    void betweenPixelsValuesAreInterpolatedInBothDirections() {
        FloatBuffer sampled = sample(new Roi(4.5, 2.25, 4, 2, 0), 4, 2, Border.REPLICATE, 0, 255);

        // Upper left corner (2.5, 1.25), then one pixel further each.
        assertThat(pixel(sampled, 4, 0, 0)).containsExactly(25, 12.5f, 255);
        assertThat(pixel(sampled, 4, 3, 1)).containsExactly(55, 22.5f, 255);
    }

    @Test
    void aTurnedRegionIsSeenUpright() {
        FloatBuffer sampled = sample(new Roi(4, 3, 2, 2, Math.PI / 2), 2, 2, Border.REPLICATE, 0, 255);

        // To the right in the region is down in the picture.
        assertThat(pixel(sampled, 2, 0, 0)).containsExactly(50, 20, 255);
        assertThat(pixel(sampled, 2, 1, 0)).containsExactly(50, 30, 255);
        assertThat(pixel(sampled, 2, 0, 1)).containsExactly(40, 20, 255);
    }

    @Test
    void outsideItIsBlackOrLikeTheEdge() {
        Roi beyond = new Roi(0, 0, 8, 8, 0);

        assertThat(pixel(sample(beyond, 4, 4, Border.BLACK, -1, 1), 4, 0, 0)).containsExactly(-1, -1, -1);
        assertThat(pixel(sample(beyond, 4, 4, Border.REPLICATE, -1, 1), 4, 0, 0))
                .containsExactly(-1, -1, 1);
        assertThat(pixel(sample(beyond, 4, 4, Border.BLACK, 0, 255), 4, 3, 3)).containsExactly(20, 20, 255);
    }

    @Test
    void aPictureHasAsManyBytesAsPixels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Picture(2, 2, new byte[11]))
                .withMessageContaining("2x2")
                .withMessageContaining("11");
    }

    private static FloatBuffer sample(Roi roi, int columns, int rows, Border border, double low, double high) {
        FloatBuffer into = FloatBuffer.allocate(columns * rows * Picture.CHANNELS);
        new RoiSampler(columns, rows, border, low, high).sample(RAMP, roi, into);
        return into;
    }

    private static float[] pixel(FloatBuffer sampled, int columns, int column, int row) {
        float[] values = new float[Picture.CHANNELS];
        sampled.get((row * columns + column) * Picture.CHANNELS, values);
        // Beyond float's own accuracy, sines of right angles are not exact.
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(values[i] * 1e4f) / 1e4f;
        }
        return values;
    }
}
