package org.magicanime.audio.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Series that have the rhythm of another one and nothing else of it: each frequency is as strong, and begins anywhere
/// (surrogates with random phases, Theiler et al. 1992). What moves in a steady rhythm fits all of them.
final class SameRhythm {
    private static final long SEED = 20_260_101;

    private SameRhythm() {}

    /// @param series at least one value
    /// @return as long as it, with its mean and deviation; the same for the same series
    static List<double[]> of(double[] series, int count) {
        int length = series.length;
        double[] cosines = new double[length];
        Arrays.setAll(cosines, t -> Math.cos(2 * Math.PI * t / length));
        double[] sines = new double[length];
        Arrays.setAll(sines, t -> Math.sin(2 * Math.PI * t / length));
        double mean = Statistic.mean(series);
        double[] strengths = strengths(series, cosines, sines);
        Random random = new Random(SEED);
        List<double[]> others = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] other = new double[length];
            Arrays.fill(other, mean);
            for (int k = 1; k < strengths.length; k++) {
                double phase = 2 * Math.PI * random.nextDouble();
                double even = strengths[k] * Math.cos(phase);
                double odd = strengths[k] * Math.sin(phase);
                for (int t = 0; t < length; t++) {
                    int turn = (int) ((long) k * t % length);
                    other[t] += even * cosines[turn] + odd * sines[turn];
                }
            }
            others.add(other);
        }
        return others;
    }

    /// Amplitudes of the frequencies 0, 1, … in a series: plain sums, since there are few values.
    private static double[] strengths(double[] series, double[] cosines, double[] sines) {
        int length = series.length;
        double[] strengths = new double[length / 2 + 1];
        for (int k = 1; k < strengths.length; k++) {
            double even = 0;
            double odd = 0;
            for (int t = 0; t < length; t++) {
                int turn = (int) ((long) k * t % length);
                even += series[t] * cosines[turn];
                odd += series[t] * sines[turn];
            }
            // The highest frequency of an even number of values is there once, the others twice.
            strengths[k] = (2 * k == length ? 1 : 2) * Math.hypot(even, odd) / length;
        }
        return strengths;
    }
}
