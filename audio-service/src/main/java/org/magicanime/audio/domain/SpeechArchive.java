package org.magicanime.audio.domain;

import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.contracts.ArtifactRef;

/// Where what the stage makes is kept. The first writer of an artifact wins; what is there already
/// counts as done.
public interface SpeechArchive {
    /// Fetches an artifact into a file that does not exist yet, checked by its SHA-256.
    void fetch(ArtifactRef artifact, Path target);

    /// Reads a `mouth.json` that was fetched.
    MouthSeries mouth(Path file);

    /// What is known of a clip whose face clips were all judged with these parameters.
    Optional<Kept> find(String clipId, String paramsHash);

    /// Keeps `speech.json`, last of all.
    Kept keep(ClipSpeech speech);

    /// Keeps one file of a face clip.
    ArtifactRef keep(String faceId, String paramsHash, String name, Path file, String mediaType);

    /// Keeps one document of a face clip, as JSON.
    ArtifactRef keep(String faceId, String paramsHash, String name, Object document);

    /// What is known of a clip, and where it is written.
    record Kept(ClipSpeech speech, ArtifactRef ref) {}
}
