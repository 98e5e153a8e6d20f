package org.magicanime.eval.domain.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.magicanime.stage.EventJson;

/// What scikit-image 0.26.0 and torchmetrics 1.9.0 say; `src/test/golden/golden.py` made the numbers.
class GoldenValuesTest {
    private static final double TOLERANCE = 1e-6;

    /// @param psnr absent for identical pictures
    private record Pair(
            String name,
            int width,
            int height,
            String first,
            String second,
            @Nullable Double psnr,
            double l1,
            double ssimGaussianRgb,
            double ssimUniformRgb,
            double ssimGaussianLuma,
            double ssimUniformLuma,
            @Nullable Double torchmetricsPsnr,
            @Nullable Double torchmetricsSsim) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Pair> pairs() throws IOException {
        try (InputStream json = GoldenValuesTest.class.getResourceAsStream("metric-values.json")) {
            return Stream.of(EventJson.read(Objects.requireNonNull(json).readAllBytes(), Pair[].class));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyMetricIsEqualToOtherPackages(Pair pair) {
        RgbFrame first = DrawnPictures.of(pair.first(), pair.width(), pair.height());
        RgbFrame second = DrawnPictures.of(pair.second(), pair.width(), pair.height());

        PixelError error = PixelError.of(first, second);
        if (pair.psnr() == null) {
            assertThat(error.isZero()).isTrue();
            assertThat(error.psnr()).isEqualTo(Double.POSITIVE_INFINITY);
        } else {
            assertThat(error.psnr()).isCloseTo(pair.psnr(), offset(TOLERANCE));
        }
        assertThat(error.l1()).isCloseTo(pair.l1(), offset(TOLERANCE));
        assertThat(List.of(
                        ssim(first, second, Samples.RGB, SsimWindow.GAUSSIAN),
                        ssim(first, second, Samples.RGB, SsimWindow.UNIFORM),
                        ssim(first, second, Samples.LUMA, SsimWindow.GAUSSIAN),
                        ssim(first, second, Samples.LUMA, SsimWindow.UNIFORM)))
                .usingElementComparator((a, b) -> Math.abs(a - b) <= TOLERANCE ? 0 : Double.compare(a, b))
                .containsExactly(
                        pair.ssimGaussianRgb(), pair.ssimUniformRgb(), pair.ssimGaussianLuma(), pair.ssimUniformLuma());
        Double again = pair.torchmetricsSsim();
        if (again != null) {
            assertThat(ssim(padded(first), padded(second), Samples.RGB, SsimWindow.GAUSSIAN))
                    .isCloseTo(again, offset(TOLERANCE));
        }
        Double psnrAgain = pair.torchmetricsPsnr();
        if (psnrAgain != null && pair.psnr() != null) {
            // torchmetrics takes the logarithm in float32, which tells 48 dB to 2e-6.
            assertThat(error.psnr()).isCloseTo(psnrAgain, offset(2 * TOLERANCE));
        }
    }

    private static double ssim(RgbFrame first, RgbFrame second, Samples samples, SsimWindow window) {
        return Ssim.of(first, second, samples, window);
    }

    /// torchmetrics 1.9 counts the windows at the edges as well, over a picture that is mirrored there.
    private static RgbFrame padded(RgbFrame frame) {
        int edge = SsimWindow.GAUSSIAN.side() / 2;
        int width = frame.width() + 2 * edge;
        int height = frame.height() + 2 * edge;
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = mirrored(y - edge, frame.height()) * frame.width() + mirrored(x - edge, frame.width());
                System.arraycopy(frame.rgb(), 3 * from, rgb, 3 * (y * width + x), 3);
            }
        }
        return new RgbFrame(width, height, rgb);
    }

    private static int mirrored(int place, int size) {
        int inside = Math.abs(place);
        return inside < size ? inside : 2 * (size - 1) - inside;
    }
}
