package org.magicanime.audio.dsp;

/// The 32 bands of DeepFilterNet3 at 48 kHz: rectangular, without overlap, about equally wide on the
/// scale of equivalent rectangular bandwidths (Moore and Glasberg 1983), and at least two bins wide.
public final class ErbBands {
    public static final int COUNT = 32;

    private static final double HERTZ_PER_BIN = 50;
    private static final double NYQUIST = 24_000;
    private static final int LEAST_BINS = 2;
    private static final double EAR_Q = 9.265;
    private static final double LEAST_BANDWIDTH = 24.7;
    private static final int[] WIDTHS = widths();
    private static final int[] BAND_OF_BIN = bandOfBin();

    private ErbBands() {}

    private static int[] widths() {
        int[] widths = new int[COUNT];
        double step = erb(NYQUIST) / COUNT;
        int before = 0;
        int borrowed = 0;
        for (int band = 0; band < COUNT; band++) {
            int end = (int) Math.floor(hertz((band + 1) * step) / HERTZ_PER_BIN + 0.5);
            int width = end - before - borrowed;
            borrowed = Math.max(0, LEAST_BINS - width);
            widths[band] = Math.max(width, LEAST_BINS);
            before = end;
        }
        int bins = (int) (NYQUIST / HERTZ_PER_BIN) + 1;
        int sum = 0;
        for (int width : widths) {
            sum += width;
        }
        widths[COUNT - 1] += bins - sum;
        return widths;
    }

    private static double erb(double hertz) {
        return EAR_Q * Math.log1p(hertz / (LEAST_BANDWIDTH * EAR_Q));
    }

    private static double hertz(double erb) {
        return LEAST_BANDWIDTH * EAR_Q * Math.expm1(erb / EAR_Q);
    }

    private static int[] bandOfBin() {
        int bins = 0;
        for (int width : WIDTHS) {
            bins += width;
        }
        int[] bands = new int[bins];
        int bin = 0;
        for (int band = 0; band < COUNT; band++) {
            for (int i = 0; i < WIDTHS[band]; i++) {
                bands[bin++] = band;
            }
        }
        return bands;
    }

    /// Bins of a band.
    public static int width(int band) {
        return WIDTHS[band];
    }

    /// The band in which a bin lies.
    public static int of(int bin) {
        return BAND_OF_BIN[bin];
    }
}
