package org.magicanime.contracts;

import java.util.List;

/// The sound of a face clip, cleaned.
///
/// @param face the face clip
/// @param speech `speech.mp3`: the cleaned speech, one channel, 48 kHz, exactly as long as the face
///     clip
/// @param background `background.flac`: what was taken away, likewise
/// @param sync `sync.json`: mouth, loudness and voice over time, and how well they fit at each lag
/// @param clip `face-speech.mp4`: the face clip with the cleaned speech, to look at
/// @param quality `quality.json`: what was measured of the sound
/// @param measures the tests that it passed, each with its value
public record SpeechClip(
        FaceClip face,
        ArtifactRef speech,
        ArtifactRef background,
        ArtifactRef sync,
        ArtifactRef clip,
        ArtifactRef quality,
        List<Measure> measures) {
    public SpeechClip {
        Checks.present(face, "face");
        Checks.present(speech, "speech");
        Checks.present(background, "background");
        Checks.present(sync, "sync");
        Checks.present(clip, "clip");
        Checks.present(quality, "quality");
        measures = Measure.listOf(measures);
    }

    /// Everything that was made of it; the face clip is older than it.
    public List<ArtifactRef> artifacts() {
        return List.of(speech, background, sync, clip, quality);
    }
}
