package org.magicanime.shots;

/// How well a picture is a mixture of two others: f ≈ α·a + (1 − α)·b, α by least squares.
final class Mixture {
    /// Weight of the picture before.
    double share;
    /// Energy of what the mixture does not explain, in energies of a − b.
    double residual;

    void fit(int[] a, int[] b, int[] f) {
        long between = 0;
        long along = 0;
        long rest = 0;
        for (int i = 0; i < a.length; i++) {
            int ab = a[i] - b[i];
            int fb = f[i] - b[i];
            between += ab * ab;
            along += ab * fb;
            rest += fb * fb;
        }
        if (between == 0) {
            share = 0;
            residual = rest == 0 ? 0 : Double.POSITIVE_INFINITY;
            return;
        }
        share = (double) along / between;
        // |f − b − α(a − b)|² at the best α.
        residual = Math.max(0, (double) rest / between - share * share);
    }
}
