package org.magicanime.audio.model;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.audio.domain.SpeechModels;
import org.magicanime.audio.domain.VoiceSeparator;
import org.magicanime.audio.model.separation.BroughtSeparator;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;

/// DeepFilterNet3, Silero VAD and GE2E on ONNX Runtime, and a separation model if a user brings one.
public final class OnnxSpeechModels implements SpeechModels, AutoCloseable {
    private static final int SPEAKER_STEP = 20;

    private final OpenedModels opened;
    private final DeepFilterNet3 cleaner;
    private final SileroVad vad;
    private final Ge2eSpeaker speaker;
    private final @Nullable BroughtSeparator separator;

    /// Without separation.
    ///
    /// @throws org.magicanime.inference.ModelMissingException if a file is not there
    /// @throws org.magicanime.inference.ModelRefusedException if one is not what the catalogue says
    public OnnxSpeechModels(Models models) {
        this(models, Optional.empty());
    }

    /// Nothing stays open if one of them cannot be opened.
    ///
    /// @param separation what the catalogue says of a separation model
    /// @throws IllegalArgumentException if that is wrong
    /// @throws org.magicanime.inference.ModelMissingException if a file is not there
    /// @throws org.magicanime.inference.ModelRefusedException if one is not what the catalogue says
    public OnnxSpeechModels(Models models, Optional<ModelEntry> separation) {
        opened = new OpenedModels(models);
        try {
            // First, since it is the one that may be wrong.
            separator = separation.isPresent() ? BroughtSeparator.open(opened, separation.get()) : null;
            cleaner = new DeepFilterNet3(opened);
            vad = new SileroVad(opened);
            speaker = new Ge2eSpeaker(opened);
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    private void closeAfter(RuntimeException reason) {
        try {
            opened.close();
        } catch (IllegalStateException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public float[] clean(float[] samples) {
        return cleaner.cleanSettled(samples);
    }

    @Override
    public float[] voice(float[] samples) {
        return vad.probabilities(samples);
    }

    @Override
    public float[][] speakers(float[] voiced) {
        return speaker.embeddings(voiced, SPEAKER_STEP);
    }

    @Override
    public @Nullable VoiceSeparator separator() {
        return separator;
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> digests = new TreeMap<>();
        for (ModelEntry each : cleaner.models()) {
            digests.put("model." + each.id(), each.sha256());
        }
        digests.put("model." + vad.entry().id(), vad.entry().sha256());
        digests.put("model." + speaker.entry().id(), speaker.entry().sha256());
        if (separator != null) {
            digests.putAll(separator.parameters());
        }
        return digests;
    }

    @Override
    public void close() {
        opened.close();
    }
}
