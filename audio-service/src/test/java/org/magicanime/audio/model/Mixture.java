package org.magicanime.audio.model;

/// Speech with noise, and how much of the speech is left of it.
public final class Mixture {
    private static final double MOST = 60;

    private Mixture() {}

    /// @param noise begun again where it is too short
    /// @param decibels of the whole speech to the noise
    public static float[] of(float[] speech, float[] noise, double decibels) {
        double ratio = Math.sqrt(power(speech) / power(repeated(noise, speech.length)) / Math.pow(10, decibels / 10));
        float[] mixed = new float[speech.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) (speech[i] + ratio * noise[i % noise.length]);
        }
        return mixed;
    }

    private static float[] repeated(float[] samples, int length) {
        float[] repeated = new float[length];
        for (int i = 0; i < length; i++) {
            repeated[i] = samples[i % samples.length];
        }
        return repeated;
    }

    private static double power(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return sum;
    }

    /// Ratio of signal to distortion in decibels, whatever the level (Le Roux et al. 2019), without means; at most 60.
    public static double siSdr(float[] estimate, float[] speech) {
        int length = Math.min(estimate.length, speech.length);
        double meanEstimate = mean(estimate, length);
        double meanSpeech = mean(speech, length);
        double both = 0;
        double own = 0;
        for (int i = 0; i < length; i++) {
            both += (estimate[i] - meanEstimate) * (speech[i] - meanSpeech);
            own += (speech[i] - meanSpeech) * (speech[i] - meanSpeech);
        }
        double signal = 0;
        double distortion = 0;
        for (int i = 0; i < length; i++) {
            double wanted = both / own * (speech[i] - meanSpeech);
            double off = estimate[i] - meanEstimate - wanted;
            signal += wanted * wanted;
            distortion += off * off;
        }
        return Math.min(MOST, 10 * Math.log10(signal / distortion));
    }

    private static double mean(float[] samples, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += samples[i];
        }
        return sum / length;
    }
}
