package org.magicanime.voices;

import java.util.Random;

/// Babble that sounds like speech and says nothing: as loud as a speech at each moment, voiced where that is voiced,
/// with a tone and vowels of its own.
public final class RandomVoice {
    /// Where a vowel's lowest resonances may lie, in hertz, and how wide they are.
    private static final double[][] FORMANTS = {{280, 750, 80}, {850, 2200, 110}, {2300, 3000, 160}};

    private static final double LOWEST_TONE = 95;
    private static final double HIGHEST_TONE = 240;
    private static final double GLIDE_SECONDS = 0.03;

    private RandomVoice() {}

    /// @param speech one channel
    /// @param rate samples per second, 8000 or more
    /// @param seed the same gives the same babble
    /// @return as long, aligned
    public static float[] of(float[] speech, int rate, long seed) {
        VoicedRhythm rhythm = VoicedRhythm.of(speech, rate);
        float[] babble = babble(rhythm, speech.length, rate, new Random(seed));
        return asLoud(babble, rhythm.loudness(), rate);
    }

    private static float[] babble(VoicedRhythm rhythm, int length, int rate, Random random) {
        Resonance[] resonances = new Resonance[FORMANTS.length];
        double[] wanted = new double[FORMANTS.length];
        double[] hertz = new double[FORMANTS.length];
        double base = LOWEST_TONE + (HIGHEST_TONE - LOWEST_TONE) * random.nextDouble();
        double tone = base;
        double wantedTone = base;
        double glide = 1 / (GLIDE_SECONDS * rate);
        for (int f = 0; f < FORMANTS.length; f++) {
            wanted[f] = between(FORMANTS[f][0], FORMANTS[f][1], random);
            hertz[f] = wanted[f];
            resonances[f] = new Resonance(FORMANTS[f][2], rate);
        }
        float[] babble = new float[length];
        double phase = 0;
        int last = -1;
        for (int i = 0; i < length; i++) {
            int frame = Math.min(rhythm.loudness().length - 1, (int) ((long) i * VoicedRhythm.PER_SECOND / rate));
            if (frame != last && isValley(rhythm.loudness(), frame)) {
                // A new syllable.
                wantedTone = base * (0.85 + 0.3 * random.nextDouble());
                for (int f = 0; f < FORMANTS.length; f++) {
                    wanted[f] = between(FORMANTS[f][0], FORMANTS[f][1], random);
                }
            }
            last = frame;
            tone += (wantedTone - tone) * glide;
            phase += tone / rate;
            double source = 0.02 * random.nextGaussian();
            if (frame >= 0 && rhythm.voiced()[frame]) {
                if (phase >= 1) {
                    source += 1;
                }
            } else {
                source = 0.3 * random.nextGaussian();
            }
            phase -= Math.floor(phase);
            double sum = 0;
            for (int f = 0; f < FORMANTS.length; f++) {
                hertz[f] += (wanted[f] - hertz[f]) * glide;
                sum += resonances[f].next(source, hertz[f]) / (f + 1);
            }
            babble[i] = (float) sum;
        }
        return babble;
    }

    private static double between(double low, double high, Random random) {
        return low + (high - low) * random.nextDouble();
    }

    private static boolean isValley(double[] loudness, int at) {
        return at >= 2
                && at + 2 < loudness.length
                && loudness[at] <= loudness[at - 2]
                && loudness[at] < loudness[at + 2]
                && loudness[at] <= loudness[at - 1]
                && loudness[at] < loudness[at + 1];
    }

    /// Each hundredth of a second gets its loudness, linear from middle to middle.
    private static float[] asLoud(float[] babble, double[] loudness, int rate) {
        double[] own = VoicedRhythm.loudness(babble, rate);
        float[] scaled = new float[babble.length];
        for (int i = 0; i < babble.length && own.length > 0; i++) {
            double place = Math.clamp((double) i * VoicedRhythm.PER_SECOND / rate - 0.5, 0.0, own.length - 1.0);
            int below = (int) place;
            int above = Math.min(own.length - 1, below + 1);
            double share = place - below;
            double factor = (1 - share) * loudness[below] / Math.max(own[below], 1e-9)
                    + share * loudness[above] / Math.max(own[above], 1e-9);
            scaled[i] = (float) Math.clamp(factor * babble[i], -1.0, 1.0);
        }
        return scaled;
    }

    /// A filter with one resonance that may move.
    private static final class Resonance {
        private final double radius;
        private final int rate;
        private double one;
        private double two;

        Resonance(double width, int rate) {
            this.radius = Math.exp(-Math.PI * width / rate);
            this.rate = rate;
        }

        double next(double in, double hertz) {
            double out = in + 2 * radius * Math.cos(2 * Math.PI * hertz / rate) * one - radius * radius * two;
            two = one;
            one = out;
            return out;
        }
    }
}
