package org.magicanime.audio.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What networks say of sound. The same sound gets the same answers. Not for more than one thread at a
/// time.
public interface SpeechModels {
    /// Samples per second that {@link #clean} takes.
    int CLEANING_RATE = 48_000;

    /// Samples of a window of {@link #voice}.
    int WINDOW = 512;

    /// Speech without noise and music.
    ///
    /// @param samples at 48 kHz; speech in it has an effective value of about −26 dBFS
    /// @return as long, aligned
    float[] clean(float[] samples);

    /// Probability of speech in each whole window of 512 samples, at least one.
    ///
    /// @param samples at 16 kHz
    float[] voice(float[] samples);

    /// Embeddings of voices in windows of 1.6 s, every 0.2 s; their length is 1.
    ///
    /// @param voiced speech without pauses, at 16 kHz
    float[][] speakers(float[] voiced);

    /// What takes voices out of mixtures before they are cleaned; absent unless a user brings it.
    @Nullable
    VoiceSeparator separator();

    /// The digests of the models by name, and all else that decides what they answer.
    Map<String, String> parameters();
}
