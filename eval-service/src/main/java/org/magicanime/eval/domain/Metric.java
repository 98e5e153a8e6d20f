package org.magicanime.eval.domain;

import java.util.Locale;

/// What is measured of each frame, in the order of the paper's Table II.
public enum Metric {
    /// dB.
    PSNR(true, 0),
    /// −1 to 1.
    SSIM(true, 0),
    /// 0 is the same.
    LPIPS(false, 1),
    /// Mean absolute difference; 0 is the same.
    L1(false, 1),
    /// SSIM with the other window or of other samples.
    SSIM_UNIFORM_RGB(true, 0),
    SSIM_GAUSSIAN_LUMA(true, 0),
    SSIM_UNIFORM_LUMA(true, 0);

    private final boolean moreIsBetter;
    private final double worst;

    Metric(boolean moreIsBetter, double worst) {
        this.moreIsBetter = moreIsBetter;
        this.worst = worst;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /// What a case counts whose video does not count, where failures are penalised: no likeness at all.
    public double worst() {
        return worst;
    }

    /// Whether the paper's table has it.
    public boolean isOfPaper() {
        return ordinal() <= L1.ordinal();
    }

    /// As documents call it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
