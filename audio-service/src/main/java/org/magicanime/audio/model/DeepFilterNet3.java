package org.magicanime.audio.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.magicanime.audio.dsp.DeepFilterFeatures;
import org.magicanime.audio.dsp.DeepFiltering;
import org.magicanime.audio.dsp.OverlappedFrames;
import org.magicanime.audio.dsp.Spectrum;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;
import org.magicanime.inference.SequenceModel;
import org.magicanime.inference.Tensors;

/// Speech without noise and music: DeepFilterNet3 (Schröter et al. 2023) over a whole sound at once, 48
/// kHz, one channel.
///
/// Its features begin with fixed means: speech must have an effective value of about −26 dBFS.
public final class DeepFilterNet3 implements AutoCloseable {
    public static final int RATE = 48_000;

    private static final int FRAME = 960;
    private static final int HOP = FRAME / 2;

    private final OverlappedFrames frames = new OverlappedFrames(FRAME);
    private final SequenceModel encoder;
    private final SequenceModel gains;
    private final SequenceModel filters;

    public DeepFilterNet3(Models models) {
        encoder = models.openSequence("deepfilternet3_enc");
        gains = models.openSequence("deepfilternet3_erb_dec");
        filters = models.openSequence("deepfilternet3_df_dec");
    }

    /// What is known of a sound on the way.
    ///
    /// @param noisy spectrum of the sound, three frames longer than it
    /// @param erb first features of the encoder, `[frames, 32]`
    /// @param complex second features, `[2, frames, 96]`
    /// @param gains of the bands, `[frames, 32]`
    /// @param filters of the lowest bins, `[frames, 96, 5, 2]`
    /// @param snr in decibels, of each frame, as the network guesses it: −15 to 35
    record Answers(Spectrum noisy, float[] erb, float[] complex, float[] gains, float[] filters, float[] snr) {}

    Answers ask(float[] samples) {
        Spectrum noisy = frames.analyse(Arrays.copyOf(samples, samples.length + (DeepFiltering.LATE + 1) * HOP));
        float[] erb = DeepFilterFeatures.erb(noisy);
        float[] complex = DeepFilterFeatures.complex(noisy);
        int length = noisy.frames();
        Tensors encoded = encoder.run(length, new Tensors(Map.of("feat_erb", erb, "feat_spec", complex)));
        return new Answers(
                noisy,
                erb,
                complex,
                gains.run(length, encoded).get("m"),
                filters.run(length, encoded).get("coefs"),
                encoded.get("lsnr"));
    }

    /// The cleaned sound, as long as the given one and aligned with it.
    ///
    /// @param beta strength of the post filter, 0 for none
    public float[] clean(float[] samples, double beta) {
        Answers answers = ask(samples);
        Spectrum clean = DeepFiltering.apply(answers.noisy(), answers.gains(), answers.filters());
        Spectrum wanted = beta > 0 ? DeepFiltering.postFilter(answers.noisy(), clean, beta) : clean;
        return frames.synthesise(wanted, samples.length);
    }

    /// Likewise, with the first second mirrored in front, and cut off again, so that the networks have
    /// settled when the sound begins.
    public float[] cleanSettled(float[] samples) {
        int lead = Math.min(RATE, samples.length);
        float[] longer = new float[lead + samples.length];
        for (int i = 0; i < lead; i++) {
            longer[i] = samples[lead - 1 - i];
        }
        System.arraycopy(samples, 0, longer, lead, samples.length);
        float[] clean = clean(longer, 0);
        return Arrays.copyOfRange(clean, lead, clean.length);
    }

    /// Those that run.
    public List<ModelEntry> models() {
        return List.of(encoder.entry(), gains.entry(), filters.entry());
    }

    @Override
    public void close() {
        encoder.close();
        gains.close();
        filters.close();
    }
}
