package org.magicanime.audio.domain;

import java.util.Arrays;

/// Of samples.
final class Statistic {
    private Statistic() {}

    /// With linear interpolation between the sorted values.
    ///
    /// @param share 0 to 1
    /// @param values at least one
    static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// Of the population.
    static double deviation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /// Mean of each value and its neighbours; at the ends the last value is repeated.
    static double[] smoothed(double[] values) {
        double[] means = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            double before = values[Math.max(0, t - 1)];
            double after = values[Math.min(values.length - 1, t + 1)];
            means[t] = (before + values[t] + after) / 3;
        }
        return means;
    }
}
