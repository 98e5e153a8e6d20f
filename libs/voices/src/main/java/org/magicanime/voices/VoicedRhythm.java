package org.magicanime.voices;

import java.util.Arrays;

/// How loud and how voiced a sound is, 100 times a second.
///
/// @param loudness effective values
/// @param voiced whether it repeats itself 70 to 400 times a second
/// @param pitch how often, in hertz; 0 where it is not voiced
public record VoicedRhythm(double[] loudness, boolean[] voiced, double[] pitch) {
    public static final int PER_SECOND = 100;

    private static final double LOWEST = 70;
    private static final double HIGHEST = 400;
    private static final double WINDOW_SECONDS = 0.04;
    private static final double LEAST_ALIKE = 0.5;
    /// Quieter than the loudest by this factor is silence.
    private static final double SILENT = 0.01;

    /// @param samples one channel
    /// @param rate of them per second, 1000 or more
    public static VoicedRhythm of(float[] samples, int rate) {
        double[] loudness = loudness(samples, rate);
        int frames = loudness.length;
        double loudest = Arrays.stream(loudness).max().orElse(0);
        boolean[] voiced = new boolean[frames];
        double[] pitch = new double[frames];
        for (int t = 0; t < frames; t++) {
            if (loudness[t] > SILENT * loudest) {
                pitch[t] = pitch(samples, rate, (int) ((2L * t + 1) * rate / (2 * PER_SECOND)));
                voiced[t] = pitch[t] > 0;
            }
        }
        return new VoicedRhythm(loudness, voiced, pitch);
    }

    static double[] loudness(float[] samples, int rate) {
        double[] loudness = new double[(int) ((long) samples.length * PER_SECOND / rate)];
        Arrays.setAll(
                loudness,
                t -> effective(samples, (int) ((long) t * rate / PER_SECOND), (int) ((t + 1L) * rate / PER_SECOND)));
        return loudness;
    }

    private static double effective(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    /// By autocorrelation: the shortest period that is nearly as good as the best.
    private static double pitch(float[] samples, int rate, int middle) {
        int shortest = (int) (rate / HIGHEST);
        int longest = (int) (rate / LOWEST);
        int length = (int) (WINDOW_SECONDS * rate);
        int from = middle - (length + longest) / 2;
        double[] alike = new double[longest + 2];
        double most = 0;
        for (int period = shortest; period <= longest + 1; period++) {
            alike[period] = alike(samples, from, period, length);
            most = Math.max(most, alike[period]);
        }
        if (most < LEAST_ALIKE) {
            return 0;
        }
        for (int period = shortest + 1; period <= longest; period++) {
            boolean peak = alike[period] >= alike[period - 1] && alike[period] >= alike[period + 1];
            if (peak && alike[period] > 0.9 * most) {
                double bend = alike[period - 1] - 2 * alike[period] + alike[period + 1];
                double off = bend < 0 ? (alike[period - 1] - alike[period + 1]) / (2 * bend) : 0;
                return rate / (period + off);
            }
        }
        return 0;
    }

    private static double alike(float[] samples, int from, int period, int length) {
        double both = 0;
        double one = 1e-12;
        double other = 1e-12;
        for (int i = from; i < from + length; i++) {
            double a = i < 0 || i >= samples.length ? 0 : samples[i];
            double b = i + period < 0 || i + period >= samples.length ? 0 : samples[i + period];
            both += a * b;
            one += a * a;
            other += b * b;
        }
        return both / Math.sqrt(one * other);
    }
}
