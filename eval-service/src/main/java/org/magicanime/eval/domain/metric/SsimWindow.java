package org.magicanime.eval.domain.metric;

import java.util.Locale;

/// The window in which means and variances are taken.
public enum SsimWindow {
    /// Gaussian of σ 1.5, cut off after 5 samples; variances divided by n. Wang et al. 2004; scikit-image's
    /// `gaussian_weights=True, sigma=1.5, use_sample_covariance=False`; torchmetrics' default.
    GAUSSIAN(gaussian(), 1),
    /// 7 by 7 with equal weights; variances divided by n − 1. scikit-image's default.
    UNIFORM(uniform(), 49.0 / 48);

    private static final int GAUSSIAN_REACH = 5;
    private static final double SIGMA = 1.5;
    private static final int UNIFORM_SIDE = 7;

    private final double[] weights;
    private final double unbiased;

    SsimWindow(double[] weights, double unbiased) {
        this.weights = weights;
        this.unbiased = unbiased;
    }

    private static double[] gaussian() {
        double[] weights = new double[2 * GAUSSIAN_REACH + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = i - GAUSSIAN_REACH;
            weights[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static double[] uniform() {
        double[] weights = new double[UNIFORM_SIDE];
        java.util.Arrays.fill(weights, 1.0 / UNIFORM_SIDE);
        return weights;
    }

    /// Samples across: 11 or 7.
    public int side() {
        return weights.length;
    }

    /// Symmetric, with the sum 1.
    double weight(int i) {
        return weights[i];
    }

    /// What a variance is multiplied by.
    double unbiased() {
        return unbiased;
    }

    /// As reports call it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
