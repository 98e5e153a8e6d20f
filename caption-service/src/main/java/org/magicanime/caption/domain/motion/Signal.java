package org.magicanime.caption.domain.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/// A value in each frame of a span; not a number where it is not known.
final class Signal {
    /// Weights of neighbours: trembling goes, and a swing of five frames keeps most of its height.
    private static final double[] WEIGHTS = {1, 2, 3, 2, 1};

    private final double[] values;

    Signal(double[] values) {
        this.values = values;
    }

    /// Makes a value of two.
    interface Joining {
        double of(double one, double other);
    }

    int frames() {
        return values.length;
    }

    double at(int frame) {
        return values[frame];
    }

    Signal with(Signal other, Joining joining) {
        double[] result = new double[values.length];
        Arrays.setAll(result, i -> joining.of(values[i], other.values[i]));
        return new Signal(result);
    }

    Signal minus(Signal other) {
        return with(other, (one, two) -> one - two);
    }

    /// Not known where one of the two is not.
    Signal middle(Signal other) {
        return with(other, (one, two) -> (one + two) / 2);
    }

    Signal times(double factor) {
        return new Signal(Arrays.stream(values).map(value -> value * factor).toArray());
    }

    Signal over(Signal other) {
        return with(other, (one, two) -> one / two);
    }

    /// Weighted mean of five frames, of those that are known; what is not known stays so.
    Signal smooth() {
        int reach = WEIGHTS.length / 2;
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            double weight = 0;
            // The same reach to both sides, so that a steady movement stays where it is.
            int own = Math.min(reach, Math.min(i, values.length - 1 - i));
            for (int k = -own; k <= own; k++) {
                if (!Double.isNaN(values[i + k]) && !Double.isNaN(values[i - k])) {
                    sum += WEIGHTS[reach + k] * values[i + k];
                    weight += WEIGHTS[reach + k];
                }
            }
            result[i] = Double.isNaN(values[i]) ? Double.NaN : sum / weight;
        }
        return new Signal(result);
    }

    double knownShare() {
        return values.length == 0
                ? 0
                : (double) Arrays.stream(values)
                                .filter(value -> !Double.isNaN(value))
                                .count()
                        / values.length;
    }

    /// @param share 0 the least, 0.5 the median, 1 the most
    /// @return not a number if nothing is known
    double quantile(double share) {
        return quantile(share, new Run(0, values.length));
    }

    double quantile(double share, Run run) {
        double[] known = Arrays.stream(values, run.first(), run.end())
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return known.length == 0 ? Double.NaN : known[(int) Math.round(share * (known.length - 1))];
    }

    double median(Run run) {
        return quantile(0.5, run);
    }

    /// From the lowest to the highest, without the most extreme hundredths.
    double spread() {
        return quantile(0.98) - quantile(0.02);
    }

    /// Where something holds for long enough.
    ///
    /// @param gap frames in between that may be otherwise or unknown
    List<Run> runs(DoublePredicate holds, int shortest, int gap) {
        List<Run> runs = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i]) || !holds.test(values[i])) {
                continue;
            }
            if (first >= 0 && i - last - 1 > gap) {
                add(runs, new Run(first, last + 1), shortest);
                first = i;
            }
            if (first < 0) {
                first = i;
            }
            last = i;
        }
        if (first >= 0) {
            add(runs, new Run(first, last + 1), shortest);
        }
        return runs;
    }

    private static void add(List<Run> runs, Run run, int shortest) {
        if (run.frames() >= shortest) {
            runs.add(run);
        }
    }
}
