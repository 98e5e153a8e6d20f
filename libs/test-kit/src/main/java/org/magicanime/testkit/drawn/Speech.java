package org.magicanime.testkit.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What a voice says: syllables with pauses between phrases. Each syllable is a puff of noise and a vowel.
final class Speech {
    private static final double STEPS = 16;
    private static final int HARMONICS = 28;
    private static final double HIGHEST = 5000;
    private static final double LONGEST_GAP = 0.2;
    private static final double CONSONANT_SECONDS = 0.035;
    private static final double BREATH = 0.1;

    /// Formants in hertz (Peterson and Barney's averages, rounded).
    private static final double[][] VOWELS = {
        {730, 1090, 2440, 3400},
        {530, 1840, 2480, 3400},
        {270, 2290, 3010, 3400},
        {570, 840, 2410, 3400},
        {300, 870, 2240, 3400}
    };

    private static final double[] FORMANT_GAINS = {1, 0.5, 0.25, 0.2};
    private static final double[] FORMANT_WIDTHS = {90, 120, 160, 250};

    private final List<Syllable> syllables;

    /// @param start seconds of the scene
    /// @param pitch hertz at the start; it glides by `glide` hertz in a second
    /// @param amplitudes of the harmonics; together they have an effective value of 1
    private record Syllable(
            double start, double length, double strength, double pitch, double glide, double[] amplitudes) {
        double end() {
            return start + length;
        }

        /// Of the voice; no real one is as steady as a machine's, which models take for music.
        double phase(double since) {
            double unsteady = 6 * Noise.at(Math.round(start * 1e6));
            return 2 * Math.PI * (pitch * since + glide * since * since / 2)
                    + 0.35 * Math.sin(2 * Math.PI * (6 + unsteady / 6) * since + unsteady)
                    + 0.12 * Math.sin(2 * Math.PI * 23 * since + 2 * unsteady);
        }

        double envelope(double seconds) {
            double share = (seconds - start) / length;
            return share <= 0 || share >= 1 ? 0 : strength * Math.pow(Math.sin(Math.PI * share), 1.5);
        }
    }

    private Speech(List<Syllable> syllables) {
        this.syllables = syllables;
    }

    /// @param seconds length of the scene
    static Speech of(Voice voice, double seconds) {
        Random random = new Random(voice.words() * 31L + 7);
        random.nextInt();
        List<Syllable> syllables = new ArrayList<>();
        double time = voice.from();
        double last = Math.min(voice.to(), seconds);
        while (true) {
            int count = 4 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                double length = 0.15 + 0.13 * random.nextDouble();
                double strength = 0.45 + 0.55 * random.nextDouble();
                // The pitch falls towards the end of a phrase.
                double pitch = voice.pitch() * (1.06 - 0.12 * i / count + 0.04 * random.nextDouble());
                double glide = voice.pitch() * (random.nextDouble() - 0.6) * 0.3;
                double[] vowel = VOWELS[random.nextInt(VOWELS.length)];
                if (time + length > last) {
                    return new Speech(syllables);
                }
                syllables.add(new Syllable(time, length, strength, pitch, glide, amplitudes(vowel, pitch)));
                time += length + 0.06 * random.nextDouble();
            }
            time += 0.3 + 0.4 * random.nextDouble();
        }
    }

    private static double[] amplitudes(double[] formants, double pitch) {
        double[] amplitudes = new double[HARMONICS];
        double power = 0;
        for (int i = 0; i < HARMONICS; i++) {
            double hertz = (i + 1) * pitch;
            if (hertz < HIGHEST) {
                for (int formant = 0; formant < formants.length; formant++) {
                    double off = (hertz - formants[formant]) / FORMANT_WIDTHS[formant];
                    amplitudes[i] += FORMANT_GAINS[formant] / (1 + off * off);
                }
                amplitudes[i] += 0.03 / (i + 1);
            }
            power += amplitudes[i] * amplitudes[i] / 2;
        }
        for (int i = 0; i < HARMONICS; i++) {
            amplitudes[i] /= Math.sqrt(power);
        }
        return amplitudes;
    }

    /// Mean loudness between two times, 0 to 1.
    double loudness(double from, double to) {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double seconds = from + (to - from) * (i + 0.5) / STEPS;
            double square = 0;
            for (Syllable syllable : syllables) {
                if (syllable.start() < seconds && seconds < syllable.end()) {
                    square = Math.max(square, syllable.envelope(seconds));
                }
            }
            sum += square * square;
        }
        return Math.sqrt(sum / STEPS);
    }

    /// @return effective value 1 for the loudest vowel
    double sample(double seconds, long number) {
        for (Syllable syllable : syllables) {
            if (syllable.start() <= seconds && seconds < syllable.end()) {
                double since = seconds - syllable.start();
                double phase = syllable.phase(since);
                double voiced = vowel(syllable.amplitudes(), phase) + breath(phase, number);
                double value = syllable.envelope(seconds) * voiced;
                if (since < CONSONANT_SECONDS) {
                    value += 0.12 * syllable.strength() * Noise.at(number);
                }
                return value;
            }
        }
        return 0;
    }

    /// Air that is heard when the folds are open.
    private static double breath(double phase, long number) {
        return BREATH * (0.5 + 0.5 * Math.cos(phase)) * (Noise.at(number) - 0.7 * Noise.at(number - 1));
    }

    /// Σ a·sin(k·phase), by the recurrence for multiples of an angle.
    private static double vowel(double[] amplitudes, double phase) {
        double twoCos = 2 * Math.cos(phase);
        double before = 0;
        double sine = Math.sin(phase);
        double sum = 0;
        for (double amplitude : amplitudes) {
            sum += amplitude * sine;
            double next = twoCos * sine - before;
            before = sine;
            sine = next;
        }
        return sum;
    }

    /// Stretches without a longer pause, in seconds: from and to.
    List<double[]> phrases() {
        List<double[]> phrases = new ArrayList<>();
        for (Syllable syllable : syllables) {
            if (!phrases.isEmpty() && syllable.start() - phrases.getLast()[1] < LONGEST_GAP) {
                phrases.getLast()[1] = syllable.end();
            } else {
                phrases.add(new double[] {syllable.start(), syllable.end()});
            }
        }
        return phrases;
    }
}
