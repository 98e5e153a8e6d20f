package org.magicanime.eval.domain.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Percentile bootstrap (Efron 1979) over cases, with a seed that never changes: the same cases give the same interval.
final class Bootstrap {
    private static final int RESAMPLES = 2000;
    private static final long SEED = 20_250_728;
    private static final double TAIL = 0.025;
    private static final int DECIMALS = 9;

    private Bootstrap() {}

    /// A case's value and how much it weighs.
    record Weighted(double value, double weight) {}

    /// @param cases at least one, in an order that is always the same
    static Interval of(List<Weighted> cases) {
        // java.util.Random has the same numbers in every JDK, as its documentation promises.
        Random random = new Random(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            double weight = 0;
            for (int j = 0; j < cases.size(); j++) {
                Weighted drawn = cases.get(random.nextInt(cases.size()));
                sum += drawn.value() * drawn.weight();
                weight += drawn.weight();
            }
            means[i] = sum / weight;
        }
        Arrays.sort(means);
        int tail = (int) (RESAMPLES * TAIL);
        return new Interval(
                rounded(mean(cases)), rounded(means[tail]), rounded(means[RESAMPLES - 1 - tail]), cases.size());
    }

    private static double mean(List<Weighted> cases) {
        double sum = 0;
        double weight = 0;
        for (Weighted each : cases) {
            sum += each.value() * each.weight();
            weight += each.weight();
        }
        return sum / weight;
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
