package org.magicanime.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CentredFramesTest {
    private static final int HOP = 1024;

    /// Sizes of MDX-Net's models, which are no powers of two, with a piece of 256 frames.
    @ParameterizedTest
    @ValueSource(ints = {6144, 7680})
    void whatIsAnalysedAndSynthesisedIsTheSound(int size) {
        Random random = new Random(size);
        float[] samples = new float[HOP * 255];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.3 * random.nextGaussian() + 0.1);
        }
        CentredFrames frames = CentredFrames.hann(size, HOP);

        Spectrum spectrum = frames.analyse(samples);

        assertThat(spectrum.frames()).isEqualTo(256);
        assertThat(spectrum.bins()).isEqualTo(size / 2 + 1);
        assertThat(frames.synthesise(spectrum, samples.length)).containsExactly(samples, offset(1e-5f));
    }

    @Test
    void framesThatOverlapByLessThanHalfAreRefused() {
        assertThat(CentredFrames.hann(6144, 3072)).isNotNull();
        for (int hop : new int[] {3073, 6144, 0, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CentredFrames.hann(6144, hop))
                    .withMessageContaining("6144")
                    .withMessageContaining("after " + hop + " samples");
        }
    }
}
