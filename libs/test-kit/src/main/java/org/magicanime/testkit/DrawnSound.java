package org.magicanime.testkit;

/// Speech-like sound over soft music: syllables at four a second, with pauses, of a voice with five harmonics.
final class DrawnSound {
    private static final double VOICE_HZ = 140;
    private static final double SYLLABLES_PER_SECOND = 4;
    private static final double[] CHORD_HZ = {220, 277.18, 329.63};

    private DrawnSound() {}

    /// @return stereo samples of one frame, interleaved, −1 to 1
    static float[] of(long frame, int framesPerSecond, int rate) {
        long first = frame * rate / framesPerSecond;
        long end = (frame + 1) * rate / framesPerSecond;
        float[] samples = new float[(int) (end - first) * 2];
        for (long n = first; n < end; n++) {
            double t = (double) n / rate;
            float value = (float) (0.5 * voice(t) + 0.08 * music(t));
            samples[(int) (n - first) * 2] = value;
            samples[(int) (n - first) * 2 + 1] = value;
        }
        return samples;
    }

    private static double voice(double t) {
        boolean pause = (int) (t * SYLLABLES_PER_SECOND) % 7 == 6;
        double envelope = pause ? 0 : Math.pow(Math.sin(Math.PI * SYLLABLES_PER_SECOND * t), 2);
        double sum = 0;
        for (int harmonic = 1; harmonic <= 5; harmonic++) {
            sum += Math.sin(2 * Math.PI * VOICE_HZ * harmonic * t) / harmonic;
        }
        return envelope * sum / 2.3;
    }

    private static double music(double t) {
        double sum = 0;
        for (double hertz : CHORD_HZ) {
            sum += Math.sin(2 * Math.PI * hertz * t);
        }
        return sum / CHORD_HZ.length;
    }
}
