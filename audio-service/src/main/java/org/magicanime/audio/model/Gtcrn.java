package org.magicanime.audio.model;

import java.nio.FloatBuffer;
import java.util.List;
import org.magicanime.audio.dsp.CentredFrames;
import org.magicanime.audio.dsp.Spectrum;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;

/// Speech without noise, at 16 kHz: GTCRN (Rong et al. 2024), frame by frame. A second opinion beside
/// {@link DeepFilterNet3}; not one of the models that come with the project.
public final class Gtcrn implements AutoCloseable {
    private static final int FRAME = 512;
    private static final List<String> CACHES = List.of("conv_cache", "tra_cache", "inter_cache");

    private final CentredFrames frames = CentredFrames.rootHann(FRAME);
    private final Model model;

    public Gtcrn(Models models) {
        model = models.open("gtcrn_simple");
    }

    /// The cleaned sound, as long as the given one and aligned with it.
    public float[] clean(float[] samples) {
        Spectrum noisy = frames.analyse(samples);
        float[] re = new float[noisy.re().length];
        float[] im = new float[re.length];
        for (String cache : CACHES) {
            FloatBuffer values = model.input(cache);
            while (values.hasRemaining()) {
                values.put(0);
            }
        }
        for (int t = 0; t < noisy.frames(); t++) {
            int first = t * noisy.bins();
            FloatBuffer mix = model.input("mix");
            for (int k = 0; k < noisy.bins(); k++) {
                mix.put(noisy.re()[first + k]).put(noisy.im()[first + k]);
            }
            model.run();
            FloatBuffer enhanced = model.output("enh");
            for (int k = 0; k < noisy.bins(); k++) {
                re[first + k] = enhanced.get();
                im[first + k] = enhanced.get();
            }
            for (String cache : CACHES) {
                model.input(cache).put(model.output(cache + "_out"));
            }
        }
        return frames.synthesise(new Spectrum(noisy.frames(), noisy.bins(), re, im), samples.length);
    }

    public ModelEntry entry() {
        return model.entry();
    }

    @Override
    public void close() {
        model.close();
    }
}
