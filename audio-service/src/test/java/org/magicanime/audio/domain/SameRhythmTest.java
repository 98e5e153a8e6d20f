package org.magicanime.audio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameRhythmTest {
    @ParameterizedTest
    @ValueSource(ints = {72, 73, 1})
    void seriesHaveTheMeanAndTheRhythmOfTheOneGivenAndAreOthers(int length) {
        double[] series = new double[length];
        Arrays.setAll(series, t -> 0.3 + 0.2 * Math.sin(2 * Math.PI * t / 6) + 0.1 * Math.sin(2 * Math.PI * t / 9));

        List<double[]> others = SameRhythm.of(series, 20);

        assertThat(others).hasSize(20);
        for (double[] other : others) {
            assertThat(other).hasSize(length);
            assertThat(Statistic.mean(other)).isCloseTo(Statistic.mean(series), offset(1e-9));
            for (int lag = 0; lag < length / 2; lag++) {
                assertThat(turned(other, lag)).isCloseTo(turned(series, lag), offset(length % 2 == 0 ? 0.02 : 1e-9));
            }
        }
        assertThat(SameRhythm.of(series, 20).get(7)).isEqualTo(others.get(7));
        if (length > 1) {
            assertThat(others.get(0)).isNotEqualTo(others.get(1));
        }
    }

    /// Product with itself, turned round.
    private static double turned(double[] series, int lag) {
        double mean = Statistic.mean(series);
        double sum = 0;
        for (int t = 0; t < series.length; t++) {
            sum += (series[t] - mean) * (series[(t + lag) % series.length] - mean) / series.length;
        }
        return sum;
    }
}
