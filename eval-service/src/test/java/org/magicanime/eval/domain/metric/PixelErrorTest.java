package org.magicanime.eval.domain.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class PixelErrorTest {
    /// Scripts that subtract bytes as bytes see at most 28 dB of difference where there are 8: differences wrap around.
    @Test
    void unrelatedPicturesAreFarApartAndNotAt28DecibelsAsWhereDifferencesOverflow() {
        RgbFrame one = DrawnPictures.of("noise:1", 256, 256);
        RgbFrame two = DrawnPictures.of("noise:2", 256, 256);

        assertThat(overflowing(one, two)).isCloseTo(27.9, offset(0.3));
        assertThat(PixelError.of(one, two).psnr()).isCloseTo(7.75, offset(0.1));
    }

    /// uint8 differences that wrap, squared into uint8 that wraps again, as DisCo's script first did.
    private static double overflowing(RgbFrame one, RgbFrame two) {
        long sum = 0;
        for (int i = 0; i < one.rgb().length; i++) {
            int difference = (one.rgb()[i] - two.rgb()[i]) & 0xff;
            sum += (difference * difference) & 0xff;
        }
        return 10 * Math.log10(255.0 * 255 * one.rgb().length / sum);
    }

    @Test
    void theWholeRangeIsCountedAsItIs() {
        RgbFrame black = DrawnPictures.of("constant:0", 300, 200);
        RgbFrame white = DrawnPictures.of("constant:255", 300, 200);

        PixelError error = PixelError.of(black, white);

        assertThat(error.squared()).isEqualTo(65_025);
        assertThat(error.psnr()).isZero();
        assertThat(error.l1()).isEqualTo(1);
    }

    @Test
    void picturesOfDifferentSizesAreNotCompared() {
        RgbFrame wide = DrawnPictures.of("constant:0", 20, 10);
        RgbFrame high = DrawnPictures.of("constant:0", 10, 20);

        assertThatThrownBy(() -> PixelError.of(wide, high)).hasMessageContaining("20x10 and 10x20");
        assertThatThrownBy(() -> Ssim.of(wide, high, Samples.RGB, SsimWindow.UNIFORM))
                .hasMessageContaining("20x10 and 10x20");
    }

    @Test
    void whatIsSmallerThanTheWindowHasNoSsim() {
        RgbFrame small = DrawnPictures.of("noise:1", 10, 30);

        assertThatThrownBy(() -> Ssim.of(small, small, Samples.RGB, SsimWindow.GAUSSIAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10x30");
        assertThat(Ssim.fits(10, 30, SsimWindow.UNIFORM)).isTrue();
    }
}
