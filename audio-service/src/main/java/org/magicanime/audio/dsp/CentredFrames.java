package org.magicanime.audio.dsp;

/// Short-time Fourier transform with one window for both ways; frames are centred on multiples of the
/// hop; around the sound it is mirrored.
public final class CentredFrames {
    private final int size;
    private final int hop;
    private final int half;
    private final double[] window;
    private final RealFourier fourier;

    private CentredFrames(int size, int hop, double[] window) {
        this.size = size;
        this.hop = hop;
        this.half = size / 2;
        this.window = window;
        this.fourier = new RealFourier(size);
    }

    /// With the square root of a periodic Hann window; frames overlap by half. As GTCRN was trained.
    ///
    /// @param size samples of a frame, a multiple of 4
    public static CentredFrames rootHann(int size) {
        double[] window = hann(size);
        for (int n = 0; n < size; n++) {
            window[n] = Math.sqrt(window[n]);
        }
        return new CentredFrames(size, size / 2, window);
    }

    /// With a periodic Hann window, as `torch.stft` and `torch.istft` have it. As MDX-Net was trained.
    ///
    /// @param size samples of a frame, even
    /// @param hop samples from one frame to the next, at most half a frame
    public static CentredFrames hann(int size, int hop) {
        if (hop < 1 || hop > size / 2) {
            throw new IllegalArgumentException(
                    "frames of " + size + " samples do not follow each other after " + hop + " samples");
        }
        return new CentredFrames(size, hop, hann(size));
    }

    private static double[] hann(int size) {
        double[] window = new double[size];
        for (int n = 0; n < size; n++) {
            window[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / size);
        }
        return window;
    }

    /// @param samples more than half a frame
    public Spectrum analyse(float[] samples) {
        if (samples.length <= half) {
            throw new IllegalArgumentException("a sound of " + samples.length + " samples cannot be mirrored");
        }
        int frames = samples.length / hop + 1;
        Spectrum spectrum = Spectrum.empty(frames, fourier.bins());
        double[] frame = new double[size];
        for (int t = 0; t < frames; t++) {
            for (int i = 0; i < size; i++) {
                frame[i] = mirrored(samples, t * hop - half + i) * window[i];
            }
            fourier.forward(frame, spectrum.re(), spectrum.im(), t * fourier.bins(), 1);
        }
        return spectrum;
    }

    /// Without its first and last sample being repeated.
    private static float mirrored(float[] samples, int at) {
        int inside = at < 0 ? -at : at >= samples.length ? 2 * (samples.length - 1) - at : at;
        return samples[inside];
    }

    /// Undoes {@link #analyse}: the frames' sum, divided by that of the squared windows.
    public float[] synthesise(Spectrum spectrum, int length) {
        int whole = (spectrum.frames() - 1) * hop + size;
        double[] sum = new double[whole];
        double[] weights = new double[whole];
        double[] frame = new double[size];
        for (int t = 0; t < spectrum.frames(); t++) {
            fourier.inverse(spectrum.re(), spectrum.im(), t * spectrum.bins(), frame, 1);
            for (int i = 0; i < size; i++) {
                sum[t * hop + i] += frame[i] * window[i];
                weights[t * hop + i] += window[i] * window[i];
            }
        }
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            double weight = half + i < whole ? weights[half + i] : 0;
            samples[i] = weight < 1e-9 ? 0 : (float) (sum[half + i] / weight);
        }
        return samples;
    }
}
