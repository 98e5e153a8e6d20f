package org.magicanime.audio.dsp;

/// Applies what the decoders of DeepFilterNet3 answer to a spectrum (Schröter et al. 2022, section
/// 2.2): gains of bands for all bins, and in their place, for the lowest bins, filters over five
/// frames.
public final class DeepFiltering {
    /// Frames that a filter reaches over.
    public static final int TAPS = 5;
    /// Frames by which the networks' answers are late.
    public static final int LATE = 2;

    private static final double LEAST = 1e-12;

    private DeepFiltering() {}

    /// @param noisy spectrum of the sound
    /// @param gains of the bands, `[frames, 32]`, 0 to 1
    /// @param filters `[frames, 96, 5, 2]`: real and imaginary parts
    /// @return the cleaned spectrum, as long; silent in the last two frames
    public static Spectrum apply(Spectrum noisy, float[] gains, float[] filters) {
        Spectrum clean = Spectrum.empty(noisy.frames(), noisy.bins());
        for (int t = 0; t + LATE < noisy.frames(); t++) {
            for (int k = 0; k < noisy.bins(); k++) {
                int at = t * noisy.bins() + k;
                if (k < DeepFilterFeatures.FILTERED_BINS) {
                    filter(noisy, filters, t, k, clean);
                } else {
                    float gain = gains[(t + LATE) * ErbBands.COUNT + ErbBands.of(k)];
                    clean.re()[at] = noisy.re()[at] * gain;
                    clean.im()[at] = noisy.im()[at] * gain;
                }
            }
        }
        return clean;
    }

    /// The frame itself lies in the middle of the five.
    private static void filter(Spectrum noisy, float[] filters, int t, int k, Spectrum clean) {
        double re = 0;
        double im = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            int source = t + LATE - (TAPS - 1) + tap;
            if (source < 0) {
                continue;
            }
            int coefficient = (((t + LATE) * DeepFilterFeatures.FILTERED_BINS + k) * TAPS + tap) * 2;
            double a = filters[coefficient];
            double b = filters[coefficient + 1];
            int from = source * noisy.bins() + k;
            re += a * noisy.re()[from] - b * noisy.im()[from];
            im += a * noisy.im()[from] + b * noisy.re()[from];
        }
        clean.re()[t * noisy.bins() + k] = (float) re;
        clean.im()[t * noisy.bins() + k] = (float) im;
    }

    /// Takes more away where much was taken away (Valin et al. 2020, section 3.2).
    ///
    /// @param beta strength: 0 for none, 0.02 is usual
    public static Spectrum postFilter(Spectrum noisy, Spectrum clean, double beta) {
        Spectrum stronger = Spectrum.empty(clean.frames(), clean.bins());
        for (int i = 0; i < clean.re().length; i++) {
            double before = Math.hypot(noisy.re()[i], noisy.im()[i]) + LEAST;
            double gain = Math.clamp(Math.hypot(clean.re()[i], clean.im()[i]) / before, LEAST, 1.0);
            double sine = Math.sin(gain * Math.PI / 2);
            double factor = (1 + beta) / (1 + beta / (sine * sine));
            stronger.re()[i] = (float) (clean.re()[i] * factor);
            stronger.im()[i] = (float) (clean.im()[i] * factor);
        }
        return stronger;
    }
}
