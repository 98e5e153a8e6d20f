package org.magicanime.audio.model;

import java.util.Map;
import java.util.TreeMap;
import org.magicanime.audio.domain.SpeechModels;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.Models;

/// DeepFilterNet3, Silero VAD and GE2E on ONNX Runtime.
public final class OnnxSpeechModels implements SpeechModels, AutoCloseable {
    private static final int SPEAKER_STEP = 20;

    private final DeepFilterNet3 cleaner;
    private final SileroVad vad;
    private final Ge2eSpeaker speaker;

    /// @throws org.magicanime.inference.ModelMissingException if a file is not there
    /// @throws org.magicanime.inference.ModelRefusedException if one is not what the catalogue says
    public OnnxSpeechModels(Models models) {
        cleaner = new DeepFilterNet3(models);
        vad = new SileroVad(models);
        speaker = new Ge2eSpeaker(models);
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
    public Map<String, String> parameters() {
        Map<String, String> digests = new TreeMap<>();
        for (ModelEntry each : cleaner.models()) {
            digests.put("model." + each.id(), each.sha256());
        }
        digests.put("model." + vad.entry().id(), vad.entry().sha256());
        digests.put("model." + speaker.entry().id(), speaker.entry().sha256());
        return digests;
    }

    @Override
    public void close() {
        cleaner.close();
        vad.close();
        speaker.close();
    }
}
