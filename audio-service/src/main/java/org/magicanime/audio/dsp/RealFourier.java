package org.magicanime.audio.dsp;

import org.jtransforms.fft.DoubleFFT_1D;

/// Fourier transforms of real frames of one even size. Not for more than one thread at a time.
public final class RealFourier {
    private final int size;
    private final DoubleFFT_1D transform;
    private final double[] packed;

    /// @param size samples of a frame, even
    public RealFourier(int size) {
        if (size < 2 || size % 2 != 0) {
            throw new IllegalArgumentException("a frame has an even number of samples, not " + size);
        }
        this.size = size;
        this.transform = new DoubleFFT_1D(size);
        this.packed = new double[size];
    }

    public int bins() {
        return size / 2 + 1;
    }

    /// X[k] = Σ x[n]·exp(−2πi·kn/size), for k from 0 to size / 2.
    ///
    /// @param frame `size` samples
    /// @param re gets the real parts from `at` on
    /// @param im gets the imaginary parts from `at` on
    /// @param scale by which all are multiplied
    public void forward(double[] frame, float[] re, float[] im, int at, double scale) {
        System.arraycopy(frame, 0, packed, 0, size);
        transform.realForward(packed);
        int half = size / 2;
        re[at] = (float) (packed[0] * scale);
        im[at] = 0;
        re[at + half] = (float) (packed[1] * scale);
        im[at + half] = 0;
        for (int k = 1; k < half; k++) {
            re[at + k] = (float) (packed[2 * k] * scale);
            im[at + k] = (float) (packed[2 * k + 1] * scale);
        }
    }

    /// The frame whose transform is given, times `scale`; {@link #forward} with scale 1 is undone with
    /// scale 1.
    ///
    /// @param frame gets `size` samples
    public void inverse(float[] re, float[] im, int at, double[] frame, double scale) {
        int half = size / 2;
        frame[0] = re[at];
        frame[1] = re[at + half];
        for (int k = 1; k < half; k++) {
            frame[2 * k] = re[at + k];
            frame[2 * k + 1] = im[at + k];
        }
        transform.realInverse(frame, true);
        for (int i = 0; i < size; i++) {
            frame[i] *= scale;
        }
    }
}
