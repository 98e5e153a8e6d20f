package org.magicanime.audio.dsp;

/// Short-time Fourier transform with the square root of a periodic Hann window for both ways; frames
/// overlap by half and are centred on multiples of the hop; around the sound it is mirrored. As GTCRN
/// was trained.
public final class CentredFrames {
    private final int size;
    private final int hop;
    private final double[] window;
    private final RealFourier fourier;

    /// @param size samples of a frame, a multiple of 4
    public CentredFrames(int size) {
        this.size = size;
        this.hop = size / 2;
        this.window = new double[size];
        for (int n = 0; n < size; n++) {
            window[n] = Math.sqrt(0.5 - 0.5 * Math.cos(2 * Math.PI * n / size));
        }
        this.fourier = new RealFourier(size);
    }

    /// @param samples more than half a frame
    public Spectrum analyse(float[] samples) {
        if (samples.length <= hop) {
            throw new IllegalArgumentException("a sound of " + samples.length + " samples cannot be mirrored");
        }
        int frames = samples.length / hop + 1;
        Spectrum spectrum = Spectrum.empty(frames, fourier.bins());
        double[] frame = new double[size];
        for (int t = 0; t < frames; t++) {
            for (int i = 0; i < size; i++) {
                frame[i] = mirrored(samples, t * hop - hop + i) * window[i];
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
        int whole = (spectrum.frames() + 1) * hop;
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
            double weight = hop + i < whole ? weights[hop + i] : 0;
            samples[i] = weight < 1e-9 ? 0 : (float) (sum[hop + i] / weight);
        }
        return samples;
    }
}
