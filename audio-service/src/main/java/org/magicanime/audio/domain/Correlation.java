package org.magicanime.audio.domain;

/// How well two series fit each other when one of them is moved.
///
/// @param atLag Pearson's correlation over what overlaps, times the square root of the share that does,
///     for lags from −12 to 12 frames
record Correlation(double[] atLag) {
    static final int MOST_LAG = 12;

    private static final double CONSTANT = 1e-9;

    /// @param moved at lag k its value at t + k stands beside the other's at t
    static Correlation of(double[] moved, double[] other) {
        double[] atLag = new double[2 * MOST_LAG + 1];
        for (int lag = -MOST_LAG; lag <= MOST_LAG; lag++) {
            atLag[lag + MOST_LAG] = at(lag, moved, other);
        }
        return new Correlation(atLag);
    }

    /// The best of the same values at lags from `least` to `most`.
    static double best(double[] moved, double[] other, int least, int most) {
        double best = at(least, moved, other);
        for (int lag = least + 1; lag <= most; lag++) {
            best = Math.max(best, at(lag, moved, other));
        }
        return best;
    }

    private static double at(int lag, double[] moved, double[] other) {
        int frames = other.length;
        int overlap = frames - Math.abs(lag);
        return overlap > 1
                ? pearson(moved, Math.max(0, lag), other, Math.max(0, -lag), overlap)
                        * Math.sqrt((double) overlap / frames)
                : 0;
    }

    /// 0 where one of them does not change.
    private static double pearson(double[] one, int oneFrom, double[] other, int otherFrom, int count) {
        double meanOne = 0;
        double meanOther = 0;
        for (int i = 0; i < count; i++) {
            meanOne += one[oneFrom + i];
            meanOther += other[otherFrom + i];
        }
        meanOne /= count;
        meanOther /= count;
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < count; i++) {
            double a = one[oneFrom + i] - meanOne;
            double b = other[otherFrom + i] - meanOther;
            both += a * b;
            squaresOne += a * a;
            squaresOther += b * b;
        }
        double norm = Math.sqrt(squaresOne * squaresOther);
        return norm > CONSTANT ? both / norm : 0;
    }

    /// The best fit at lags from `least` to `most`.
    double best(int least, int most) {
        return atLag[bestLag(least, most) + MOST_LAG];
    }

    /// By how many frames `moved` is later where they fit best, from `least` to `most`.
    int bestLag(int least, int most) {
        int best = least;
        for (int lag = least + 1; lag <= most; lag++) {
            if (atLag[lag + MOST_LAG] > atLag[best + MOST_LAG]) {
                best = lag;
            }
        }
        return best;
    }
}
