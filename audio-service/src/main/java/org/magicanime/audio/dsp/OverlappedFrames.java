package org.magicanime.audio.dsp;

/// Short-time Fourier transform with frames that overlap by half, and back (Schröter et al. 2022,
/// section 2.1: Vorbis' window for both, so that nothing has to be divided by the windows' sum).
///
/// Frame t covers the samples from (t − 1)·hop to (t + 1)·hop; what lies before the first is silence.
public final class OverlappedFrames {
    private final int size;
    private final int hop;
    private final double[] window;
    private final RealFourier fourier;

    /// @param size samples of a frame, a multiple of 4
    public OverlappedFrames(int size) {
        this.size = size;
        this.hop = size / 2;
        this.window = vorbis(size);
        this.fourier = new RealFourier(size);
    }

    private static double[] vorbis(int size) {
        double[] window = new double[size];
        for (int n = 0; n < size; n++) {
            double sine = Math.sin(Math.PI * (n + 0.5) / size);
            window[n] = Math.sin(Math.PI / 2 * sine * sine);
        }
        return window;
    }

    /// Spectra of all frames that begin before the end, divided by the frame's size.
    public Spectrum analyse(float[] samples) {
        int frames = (samples.length + hop - 1) / hop;
        Spectrum spectrum = Spectrum.empty(frames, fourier.bins());
        double[] frame = new double[size];
        for (int t = 0; t < frames; t++) {
            for (int i = 0; i < size; i++) {
                int from = (t - 1) * hop + i;
                frame[i] = from < 0 || from >= samples.length ? 0 : samples[from] * window[i];
            }
            fourier.forward(frame, spectrum.re(), spectrum.im(), t * fourier.bins(), 1.0 / size);
        }
        return spectrum;
    }

    /// Undoes {@link #analyse}.
    ///
    /// @param length samples that are wanted, at most frames·hop − hop
    public float[] synthesise(Spectrum spectrum, int length) {
        double[] sum = new double[(spectrum.frames() + 1) * hop];
        double[] frame = new double[size];
        for (int t = 0; t < spectrum.frames(); t++) {
            fourier.inverse(spectrum.re(), spectrum.im(), t * spectrum.bins(), frame, size);
            for (int i = 0; i < size; i++) {
                sum[t * hop + i] += frame[i] * window[i];
            }
        }
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) sum[hop + i];
        }
        return samples;
    }
}
