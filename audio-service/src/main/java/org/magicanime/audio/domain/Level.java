package org.magicanime.audio.domain;

/// How loud samples are.
final class Level {
    /// Stands for silence, in dBFS: below what 24 bits can hold.
    static final double SILENCE = -150;

    private static final double BELOW_LOUDEST = 0.1;

    private Level() {}

    static double decibels(double effective) {
        return effective > 0 ? Math.max(SILENCE, 20 * Math.log10(effective)) : SILENCE;
    }

    static double factor(double decibels) {
        return Math.pow(10, decibels / 20);
    }

    /// Effective value from `from` to `to`, without what lies behind the end.
    static double effective(float[] samples, int from, int to) {
        int end = Math.min(to, samples.length);
        double sum = 0;
        for (int i = from; i < end; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return end > from ? Math.sqrt(sum / (end - from)) : 0;
    }

    static double peak(float[] samples) {
        double most = 0;
        for (float sample : samples) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }

    /// Largest effective value of the pieces of this many samples.
    static double loudest(float[] samples, int piece) {
        double most = 0;
        for (int from = 0; from < samples.length; from += piece) {
            most = Math.max(most, effective(samples, from, from + piece));
        }
        return most;
    }

    /// Effective value of the pieces that are at most 20 dB quieter than the 95th percentile of all.
    static double active(float[] samples, int piece) {
        int count = (samples.length + piece - 1) / piece;
        double[] pieces = new double[count];
        for (int i = 0; i < count; i++) {
            pieces[i] = effective(samples, i * piece, (i + 1) * piece);
        }
        double least = count == 0 ? 0 : BELOW_LOUDEST * Statistic.percentile(pieces, 0.95);
        double sum = 0;
        int active = 0;
        for (double each : pieces) {
            if (each >= least) {
                sum += each * each;
                active++;
            }
        }
        return active == 0 ? 0 : Math.sqrt(sum / active);
    }

    /// The samples less their mean.
    static float[] withoutOffset(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample;
        }
        return samples.length == 0 ? samples : shifted(samples, -sum / samples.length);
    }

    private static float[] shifted(float[] samples, double by) {
        float[] shifted = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            shifted[i] = (float) (samples[i] + by);
        }
        return shifted;
    }

    static float[] scaled(float[] samples, double factor) {
        float[] scaled = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            scaled[i] = (float) (samples[i] * factor);
        }
        return scaled;
    }
}
