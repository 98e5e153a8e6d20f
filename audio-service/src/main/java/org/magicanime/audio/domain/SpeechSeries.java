package org.magicanime.audio.domain;

/// Speech, 24 times a second.
///
/// @param loudness 0 to 1: the top 35 dB
/// @param voice probability that somebody speaks, 0 to 1
public record SpeechSeries(double[] loudness, double[] voice) {
    public static final int PER_SECOND = 24;

    /// Samples of sound per second.
    static final int RATE = 16_000;

    private static final double WINDOW_SECONDS = 512.0 / RATE;
    private static final double SHOWN_DECIBELS = 35;
    private static final double SPOKEN = 0.5;

    public SpeechSeries {
        if (loudness.length != voice.length) {
            throw new IllegalArgumentException("loudness and voice must be equally long");
        }
    }

    public int frames() {
        return loudness.length;
    }

    /// @param samples at 16 kHz
    /// @param voice probability of speech in each window of 512 samples
    public static SpeechSeries of(float[] samples, float[] voice) {
        int frames = (int) ((long) samples.length * PER_SECOND / RATE);
        return new SpeechSeries(loudness(samples, frames), voice(voice, frames));
    }

    /// Effective value under a Hann window of two frames, in decibels, of which the loudest 35 below
    /// the 95th percentile become 0 to 1.
    private static double[] loudness(float[] samples, int frames) {
        int size = 2 * RATE / PER_SECOND;
        double[] window = new double[size];
        double weight = 0;
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 1) / (size + 1));
            weight += window[i];
        }
        double[] decibels = new double[frames];
        for (int t = 0; t < frames; t++) {
            int middle = (int) Math.floor((t + 0.5) * RATE / PER_SECOND);
            int first = middle - (size + 1) / 2;
            double sum = 0;
            for (int i = 0; i < size; i++) {
                int at = first + i;
                if (at >= 0 && at < samples.length) {
                    sum += (double) samples[at] * samples[at] * window[i];
                }
            }
            decibels[t] = 20 * Math.log10(Math.sqrt(sum / weight) + 1e-6);
        }
        if (frames > 0) {
            double floor = Statistic.percentile(decibels, 0.95) - SHOWN_DECIBELS;
            for (int t = 0; t < frames; t++) {
                decibels[t] = Math.clamp((decibels[t] - floor) / SHOWN_DECIBELS, 0.0, 1.0);
            }
        }
        return decibels;
    }

    /// Linear between the middles of windows.
    private static double[] voice(float[] windows, int frames) {
        double[] voice = new double[frames];
        for (int t = 0; t < frames; t++) {
            double place = (t + 0.5) / PER_SECOND / WINDOW_SECONDS - 0.5;
            int below = Math.clamp((int) Math.floor(place), 0, windows.length - 1);
            int above = Math.min(below + 1, windows.length - 1);
            double share = Math.clamp(place - below, 0.0, 1.0);
            voice[t] = windows[below] + share * (windows[above] - windows[below]);
        }
        return voice;
    }

    /// A part of it.
    SpeechSeries cut(int first, int end) {
        return new SpeechSeries(
                java.util.Arrays.copyOfRange(loudness, first, end), java.util.Arrays.copyOfRange(voice, first, end));
    }

    /// 1 where somebody speaks, 0 elsewhere.
    double[] spoken() {
        double[] spoken = new double[voice.length];
        for (int t = 0; t < voice.length; t++) {
            spoken[t] = voice[t] > SPOKEN ? 1 : 0;
        }
        return spoken;
    }

    /// Share of frames in which somebody speaks.
    public double spokenShare() {
        return voice.length == 0 ? 0 : Statistic.mean(spoken());
    }
}
