package org.magicanime.eval.domain;

import org.magicanime.eval.domain.metric.PixelError;

/// What stands for the infinite PSNR of identical frames, of which there is no mean.
public enum PsnrPolicy {
    /// No frame has more than 100 dB.
    CAPPED_AT_100("capped-at-100"),
    /// Identical frames have 100 dB; others may have more.
    IDENTICAL_IS_100("identical-is-100");

    private static final double MOST = 100;

    private final String word;

    PsnrPolicy(String word) {
        this.word = word;
    }

    double of(PixelError error) {
        if (error.isZero()) {
            return MOST;
        }
        return this == CAPPED_AT_100 ? Math.min(MOST, error.psnr()) : error.psnr();
    }

    /// As reports call it.
    @Override
    public String toString() {
        return word;
    }
}
