package org.magicanime.audio.dsp.separation;

/// Mean and deviation of a sound's channels mixed to one, which Demucs takes off a sound and gives back
/// to what it makes of it, so that its networks see all sounds alike.
///
/// @param mean of the mixed samples
/// @param deviation of them, of a sample of n from n − 1, never 0
public record MixLevel(double mean, double deviation) {
    /// Keeps silence from being divided by nothing (Demucs 4).
    private static final double LEAST = 1e-8;

    /// @param sound `[channels, samples]`
    public static MixLevel of(float[][] sound) {
        int length = Pieces.length(sound);
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += mixed(sound, i);
        }
        double mean = length == 0 ? 0 : sum / length;
        double squares = 0;
        for (int i = 0; i < length; i++) {
            double off = mixed(sound, i) - mean;
            squares += off * off;
        }
        return new MixLevel(mean, (length < 2 ? 0 : Math.sqrt(squares / (length - 1))) + LEAST);
    }

    private static double mixed(float[][] sound, int at) {
        double sum = 0;
        for (float[] channel : sound) {
            sum += channel[at];
        }
        return sum / sound.length;
    }

    /// The sound with mean 0 and deviation 1.
    public float[][] off(float[][] sound) {
        return changed(sound, 1 / deviation, -mean / deviation);
    }

    /// Undoes {@link #off}.
    public float[][] back(float[][] sound) {
        return changed(sound, deviation, mean);
    }

    private static float[][] changed(float[][] sound, double factor, double offset) {
        float[][] changed = new float[sound.length][Pieces.length(sound)];
        for (int channel = 0; channel < sound.length; channel++) {
            for (int i = 0; i < changed[channel].length; i++) {
                changed[channel][i] = (float) (factor * sound[channel][i] + offset);
            }
        }
        return changed;
    }
}
