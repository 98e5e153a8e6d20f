package org.magicanime.audio.dsp.separation;

/// Pieces of a sound with several channels, `[channels, samples]`.
final class Pieces {
    private Pieces() {}

    /// Samples from `from` on, with silence where there is no sound.
    static float[][] of(float[][] sound, int from, int length) {
        float[][] piece = new float[sound.length][length];
        for (int channel = 0; channel < sound.length; channel++) {
            int first = Math.max(0, from);
            int end = Math.min(sound[channel].length, from + length);
            if (first < end) {
                System.arraycopy(sound[channel], first, piece[channel], first - from, end - first);
            }
        }
        return piece;
    }

    static int length(float[][] sound) {
        return sound.length == 0 ? 0 : sound[0].length;
    }
}
