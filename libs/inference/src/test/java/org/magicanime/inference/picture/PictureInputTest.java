package org.magicanime.inference.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.picture.RoiSampler.Border;

class PictureInputTest {
    private static final Picture PICTURE = new Picture(2, 1, new byte[] {(byte) 255, 0, 51, 0, 102, (byte) 204});
    private static final Roi WHOLE = new Roi(1, 0.5, 2, 1, 0);

    @Test
    void channelsLieInPlanesOrBesideEachOtherInTheOrderAndRangeThatTheCatalogueSays() {
        assertThat(shown(new TensorSpec("x", List.of(1L, 1L, 2L, 3L), "NHWC", "RGB", List.of(0.0, 1.0), null, null)))
                .containsExactly(new float[] {1, 0, 0.2f, 0, 0.4f, 0.8f}, within(1e-6f));
        assertThat(shown(new TensorSpec("x", List.of(1L, 3L, 1L, 2L), "NCHW", "BGR", List.of(-1.0, 1.0), null, null)))
                .containsExactly(new float[] {-0.6f, 0.6f, -1, -0.2f, 1, -1}, within(1e-6f));
        assertThat(shown(new TensorSpec(
                        "x",
                        List.of(1L, 3L, 1L, 2L),
                        "NCHW",
                        "RGB",
                        List.of(0.0, 255.0),
                        List.of(55.0, 2.0, 4.0),
                        List.of(2.0, 10.0, 100.0))))
                .containsExactly(new float[] {100, -27.5f, -0.2f, 10, 0.47f, 2}, within(1e-4f));
    }

    @Test
    void whatIsNoPictureIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PictureInput(new TensorSpec("sound", List.of(1L, 576L)), Border.BLACK))
                .withMessageContaining("'sound'");
    }

    private static float[] shown(TensorSpec input) {
        float[] values = new float[6];
        new PictureInput(input, Border.REPLICATE).show(PICTURE, WHOLE, FloatBuffer.wrap(values));
        return values;
    }
}
