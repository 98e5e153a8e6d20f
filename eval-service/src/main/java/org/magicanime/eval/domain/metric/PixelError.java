package org.magicanime.eval.domain.metric;

/// Differences of all samples of two pictures, all channels together.
///
/// @param squared mean of the squared differences, in levels² (0 to 65025)
/// @param absolute mean of the absolute differences, in levels (0 to 255)
public record PixelError(double squared, double absolute) {
    private static final double LEVELS = 255;
    /// Samples whose squared differences fit into an int.
    private static final int CHUNK = 1 << 14;

    /// Differences are taken of whole numbers: two bytes that are subtracted as bytes wrap around, which is what the
    /// scripts of some published tables did.
    ///
    /// @throws IllegalArgumentException if the pictures have not the same size
    public static PixelError of(RgbFrame a, RgbFrame b) {
        RgbFrame.requireSameSize(a, b);
        byte[] first = a.rgb();
        byte[] second = b.rgb();
        long squared = 0;
        long absolute = 0;
        for (int from = 0; from < first.length; from += CHUNK) {
            int to = Math.min(from + CHUNK, first.length);
            squared += squared(first, second, from, to);
            absolute += absolute(first, second, from, to);
        }
        return new PixelError((double) squared / first.length, (double) absolute / first.length);
    }

    private static int squared(byte[] a, byte[] b, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            int difference = (a[i] & 0xff) - (b[i] & 0xff);
            sum += difference * difference;
        }
        return sum;
    }

    private static int absolute(byte[] a, byte[] b, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        return sum;
    }

    /// Whether no sample differs.
    public boolean isZero() {
        return absolute == 0;
    }

    /// Peak signal-to-noise ratio with a peak of 255, in dB; infinite for identical pictures. Equal to scikit-image's
    /// `peak_signal_noise_ratio(a, b, data_range=255)`.
    public double psnr() {
        return 10 * Math.log10(LEVELS * LEVELS / squared);
    }

    /// L1: mean absolute difference of samples from 0 to 1.
    public double l1() {
        return absolute / LEVELS;
    }
}
