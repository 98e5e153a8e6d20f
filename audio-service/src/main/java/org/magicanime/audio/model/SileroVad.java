package org.magicanime.audio.model;

import java.nio.FloatBuffer;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;

/// Where somebody speaks: Silero VAD v6, 16 kHz, one channel.
public final class SileroVad implements AutoCloseable {
    public static final int RATE = 16_000;
    /// Samples of a window.
    public static final int WINDOW = 512;

    /// Samples of the window before that the network is shown again. Without them it answers 0
    /// everywhere.
    private static final int CONTEXT = 64;

    private final Model model;

    public SileroVad(Models models) {
        model = models.open("silero_vad_v6");
    }

    /// Probability of speech in each whole window, 0 to 1; of a sound that is shorter than a window,
    /// with silence after it.
    public float[] probabilities(float[] samples) {
        int windows = Math.max(1, samples.length / WINDOW);
        float[] probabilities = new float[windows];
        fill(model.input("state"));
        for (int window = 0; window < windows; window++) {
            FloatBuffer input = model.input("input");
            for (int i = -CONTEXT; i < WINDOW; i++) {
                int at = window * WINDOW + i;
                input.put(at < 0 || at >= samples.length ? 0 : samples[at]);
            }
            model.run();
            probabilities[window] = model.output("output").get(0);
            model.input("state").put(model.output("stateN"));
        }
        return probabilities;
    }

    private static void fill(FloatBuffer state) {
        while (state.hasRemaining()) {
            state.put(0);
        }
    }

    public ModelEntry entry() {
        return model.entry();
    }

    @Override
    public void close() {
        model.close();
    }
}
