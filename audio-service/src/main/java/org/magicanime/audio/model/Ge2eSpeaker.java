package org.magicanime.audio.model;

import java.util.Map;
import org.magicanime.audio.dsp.MelSpectrum;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;
import org.magicanime.inference.SequenceModel;
import org.magicanime.inference.Tensors;

/// Whose voice it is: the encoder of GE2E (Wan et al. 2018), 16 kHz, one channel.
public final class Ge2eSpeaker implements AutoCloseable {
    /// Values of an embedding.
    public static final int SIZE = 256;

    private static final int FRAMES = 160;
    private static final double QUIETEST = Math.pow(10, -30 / 20.0);

    private final SequenceModel model;
    private final MelSpectrum mels = new MelSpectrum();

    public Ge2eSpeaker(Models models) {
        model = models.openSequence("ge2e_speaker");
    }

    /// Embeddings of windows of 1.6 s.
    ///
    /// @param voiced nothing but speech; quieter than −30 dBFS it is raised to that
    /// @param step frames of 10 ms from one window to the next
    /// @return length 1 each; none if the sound is shorter than a window
    public float[][] embeddings(float[] voiced, int step) {
        float[][] frames = mels.of(raised(voiced));
        int windows = frames.length < FRAMES ? 0 : (frames.length - FRAMES) / step + 1;
        return windows == 0 ? new float[0][] : embeddings(frames, step, windows);
    }

    private float[][] embeddings(float[][] frames, int step, int windows) {
        float[] input = new float[windows * FRAMES * MelSpectrum.BANDS];
        int at = 0;
        for (int window = 0; window < windows; window++) {
            for (int frame = 0; frame < FRAMES; frame++) {
                System.arraycopy(frames[window * step + frame], 0, input, at, MelSpectrum.BANDS);
                at += MelSpectrum.BANDS;
            }
        }
        float[] output = model.run(windows, new Tensors(Map.of("mels", input))).get("embedding");
        float[][] embeddings = new float[windows][SIZE];
        for (int window = 0; window < windows; window++) {
            System.arraycopy(output, window * SIZE, embeddings[window], 0, SIZE);
        }
        return embeddings;
    }

    private static float[] raised(float[] samples) {
        double power = 0;
        for (float sample : samples) {
            power += (double) sample * sample;
        }
        double effective = Math.sqrt(power / Math.max(1, samples.length));
        if (effective >= QUIETEST || effective == 0) {
            return samples;
        }
        float[] louder = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            louder[i] = (float) (samples[i] * QUIETEST / effective);
        }
        return louder;
    }

    public ModelEntry entry() {
        return model.entry();
    }

    @Override
    public void close() {
        model.close();
    }
}
