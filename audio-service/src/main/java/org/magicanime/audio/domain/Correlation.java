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
        int frames = other.length;
        double[] atLag = new double[2 * MOST_LAG + 1];
        for (int lag = -MOST_LAG; lag <= MOST_LAG; lag++) {
            int overlap = frames - Math.abs(lag);
            if (overlap > 1) {
                double fit = pearson(moved, Math.max(0, lag), other, Math.max(0, -lag), overlap);
                atLag[lag + MOST_LAG] = fit * Math.sqrt((double) overlap / frames);
            }
        }
        return new Correlation(atLag);
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

    /// The best fit.
    double best() {
        return atLag[bestLag() + MOST_LAG];
    }

    /// By how many frames `moved` is later where they fit best.
    int bestLag() {
        int best = 0;
        for (int i = 1; i < atLag.length; i++) {
            if (atLag[i] > atLag[best]) {
                best = i;
            }
        }
        return best - MOST_LAG;
    }
}
