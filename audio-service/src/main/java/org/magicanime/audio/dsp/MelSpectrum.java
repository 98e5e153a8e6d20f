package org.magicanime.audio.dsp;

/// Power in 40 mel bands every 10 ms, as GE2E's encoder is shown it: 16 kHz, periodic Hann windows of
/// 25 ms that are centred on their time, silence around the sound, Slaney's scale and area norm, 0 to 8
/// kHz, no logarithm.
public final class MelSpectrum {
    public static final int BANDS = 40;
    public static final int HOP = 160;

    private static final int SIZE = 400;
    private static final double RATE = 16_000;
    private static final double LINEAR_BELOW = 1000;
    private static final double HERTZ_PER_MEL = 200.0 / 3;
    private static final double LINEAR_MELS = 15;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private final RealFourier fourier = new RealFourier(SIZE);
    private final double[] window = new double[SIZE];
    private final double[][] filters;

    public MelSpectrum() {
        for (int n = 0; n < SIZE; n++) {
            window[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / SIZE);
        }
        filters = filters();
    }

    private static double[][] filters() {
        double[] edges = new double[BANDS + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = hertz(mel(RATE / 2) * i / (BANDS + 1));
        }
        double[][] filters = new double[BANDS][SIZE / 2 + 1];
        for (int band = 0; band < BANDS; band++) {
            double low = edges[band];
            double middle = edges[band + 1];
            double high = edges[band + 2];
            for (int k = 0; k < filters[band].length; k++) {
                double hertz = k * RATE / SIZE;
                double rising = (hertz - low) / (middle - low);
                double falling = (high - hertz) / (high - middle);
                filters[band][k] = Math.max(0, Math.min(rising, falling)) * 2 / (high - low);
            }
        }
        return filters;
    }

    private static double mel(double hertz) {
        return hertz < LINEAR_BELOW ? hertz / HERTZ_PER_MEL : LINEAR_MELS + Math.log(hertz / LINEAR_BELOW) / LOG_STEP;
    }

    private static double hertz(double mel) {
        return mel < LINEAR_MELS ? mel * HERTZ_PER_MEL : LINEAR_BELOW * Math.exp(LOG_STEP * (mel - LINEAR_MELS));
    }

    /// @param samples at 16 kHz
    /// @return `[samples / 160 + 1, 40]`
    public float[][] of(float[] samples) {
        int frames = samples.length / HOP + 1;
        float[][] mels = new float[frames][BANDS];
        double[] frame = new double[SIZE];
        float[] re = new float[fourier.bins()];
        float[] im = new float[fourier.bins()];
        for (int t = 0; t < frames; t++) {
            for (int i = 0; i < SIZE; i++) {
                int from = t * HOP - SIZE / 2 + i;
                frame[i] = from < 0 || from >= samples.length ? 0 : samples[from] * window[i];
            }
            fourier.forward(frame, re, im, 0, 1);
            for (int band = 0; band < BANDS; band++) {
                double sum = 0;
                for (int k = 0; k < re.length; k++) {
                    sum += filters[band][k] * ((double) re[k] * re[k] + (double) im[k] * im[k]);
                }
                mels[t][band] = (float) sum;
            }
        }
        return mels;
    }
}
