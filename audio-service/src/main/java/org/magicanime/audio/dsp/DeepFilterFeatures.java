package org.magicanime.audio.dsp;

/// What the encoder of DeepFilterNet3 is shown (Schröter et al. 2022; constants as in libDF): each
/// value minus, or divided by, its own mean over the past, which forgets with 0.99 a frame.
public final class DeepFilterFeatures {
    /// Lowest bins, which are filtered one by one.
    public static final int FILTERED_BINS = 96;

    private static final float FORGET = 0.99f;
    private static final float LEARN = 1 - FORGET;
    private static final double LEAST_POWER = 1e-10;
    private static final double DECIBELS = 40;

    private DeepFilterFeatures() {}

    /// Loudness of the bands of each frame, `[frames, 32]`.
    public static float[] erb(Spectrum spectrum) {
        int bands = ErbBands.COUNT;
        float[] mean = line(-60, -90, bands);
        float[] features = new float[spectrum.frames() * bands];
        double[] power = new double[bands];
        for (int t = 0; t < spectrum.frames(); t++) {
            java.util.Arrays.fill(power, 0);
            for (int k = 0; k < spectrum.bins(); k++) {
                int at = t * spectrum.bins() + k;
                double re = spectrum.re()[at];
                double im = spectrum.im()[at];
                power[ErbBands.of(k)] += re * re + im * im;
            }
            for (int band = 0; band < bands; band++) {
                float loudness = (float) (10 * Math.log10(power[band] / ErbBands.width(band) + LEAST_POWER));
                mean[band] = loudness * LEARN + mean[band] * FORGET;
                features[t * bands + band] = (float) ((loudness - mean[band]) / DECIBELS);
            }
        }
        return features;
    }

    /// The lowest bins of each frame: all real parts, then all imaginary parts, `[2, frames, 96]`.
    public static float[] complex(Spectrum spectrum) {
        int bins = FILTERED_BINS;
        float[] mean = line(0.001, 0.0001, bins);
        int plane = spectrum.frames() * bins;
        float[] features = new float[2 * plane];
        for (int t = 0; t < spectrum.frames(); t++) {
            for (int k = 0; k < bins; k++) {
                int from = t * spectrum.bins() + k;
                float re = spectrum.re()[from];
                float im = spectrum.im()[from];
                mean[k] = (float) Math.hypot(re, im) * LEARN + mean[k] * FORGET;
                double unit = Math.sqrt(mean[k]);
                features[t * bins + k] = (float) (re / unit);
                features[plane + t * bins + k] = (float) (im / unit);
            }
        }
        return features;
    }

    private static float[] line(double first, double last, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (first + (last - first) * i / (count - 1));
        }
        return values;
    }
}
