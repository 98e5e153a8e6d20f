package org.magicanime.audio.domain;

import java.util.Map;
import java.util.TreeMap;

/// Everything that decides what the audio stage makes of a clip's face clips, but for the models.
///
/// @param rules say which sound is kept
/// @param codec the build of the codec library, since another one makes other bytes
public record SpeechParameters(SoundRules rules, String codec) {
    /// Raised when the code, or the bank of speech, comes to make other artifacts from the same
    /// parameters.
    private static final String REVISION = "2";

    /// By name, as told in every rejection.
    ///
    /// @param models their digests
    /// @param faceParamsHash what the faces were cropped with: other faces have other sounds
    Map<String, String> byName(Map<String, String> models, String faceParamsHash) {
        Map<String, String> all = new TreeMap<>(rules.parameters());
        all.putAll(models);
        all.put("revision", REVISION);
        all.put("codec", codec);
        all.put("faces", faceParamsHash);
        return all;
    }
}
