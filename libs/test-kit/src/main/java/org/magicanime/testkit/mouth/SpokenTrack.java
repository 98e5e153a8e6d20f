package org.magicanime.testkit.mouth;

import java.util.Arrays;

/// Speech on which mouths are drawn.
///
/// @param loudness 24 times a second, 0 to 1
/// @param voice probability that somebody speaks, likewise
/// @param vowels effective value between 250 and 1200 Hz, 100 times a second, smoothed over 0.11 s: what somebody who
///     draws mouths follows
public record SpokenTrack(double[] loudness, double[] voice, double[] vowels) {
    /// Samples per second.
    public static final int RATE = 16_000;

    private static final double LOWEST = 250;
    private static final double HIGHEST = 1200;
    private static final int REACH = 400;
    private static final int STEP = 160;
    private static final int SMOOTHED = 5;
    private static final double SPOKEN = 0.5;

    public SpokenTrack {
        if (loudness.length != voice.length) {
            throw new IllegalArgumentException("loudness and voice must be equally long");
        }
    }

    /// @param samples at 16 kHz
    /// @param loudness of them
    /// @param voice of them
    public static SpokenTrack of(float[] samples, double[] loudness, double[] voice) {
        return new SpokenTrack(loudness, voice, vowels(samples));
    }

    int frames() {
        return loudness.length;
    }

    boolean spoken(int frame) {
        return voice[Math.clamp(frame, 0, voice.length - 1)] > SPOKEN;
    }

    double spokenShare(int first, int frames) {
        int spoken = 0;
        for (int t = first; t < first + frames; t++) {
            spoken += spoken(t) ? 1 : 0;
        }
        return (double) spoken / frames;
    }

    private static double[] vowels(float[] samples) {
        float[] band = filtered(samples);
        double[] effective = new double[samples.length / STEP];
        for (int i = 0; i < effective.length; i++) {
            double sum = 0;
            for (int at = i * STEP; at < (i + 1) * STEP; at++) {
                sum += (double) band[at] * band[at];
            }
            effective[i] = Math.sqrt(sum / STEP);
        }
        return smoothed(effective);
    }

    /// A band pass: the difference of two low passes, under a Hann window.
    private static float[] filtered(float[] samples) {
        double[] filter = new double[2 * REACH + 1];
        Arrays.setAll(filter, i -> {
            int n = i - REACH;
            double window = 0.5 + 0.5 * Math.cos(Math.PI * n / (REACH + 1));
            return n == 0
                    ? 2 * (HIGHEST - LOWEST) / RATE
                    : window
                            * (Math.sin(2 * Math.PI * HIGHEST * n / RATE) - Math.sin(2 * Math.PI * LOWEST * n / RATE))
                            / (Math.PI * n);
        });
        float[] filtered = new float[samples.length];
        for (int at = 0; at < samples.length; at++) {
            double sum = 0;
            int from = Math.max(-REACH, -at);
            int to = Math.min(REACH, samples.length - 1 - at);
            for (int n = from; n <= to; n++) {
                sum += filter[n + REACH] * samples[at + n];
            }
            filtered[at] = (float) sum;
        }
        return filtered;
    }

    /// Under a Hann window; beyond the ends there is silence.
    private static double[] smoothed(double[] values) {
        double[] smooth = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            double sum = 0;
            double weights = 0;
            for (int n = -SMOOTHED; n <= SMOOTHED; n++) {
                double weight = 0.5 + 0.5 * Math.cos(Math.PI * n / (SMOOTHED + 1));
                weights += weight;
                sum += t + n < 0 || t + n >= values.length ? 0 : weight * values[t + n];
            }
            smooth[t] = sum / weights;
        }
        return smooth;
    }
}
