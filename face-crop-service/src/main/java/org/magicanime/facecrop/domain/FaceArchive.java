package org.magicanime.facecrop.domain;

import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.contracts.ArtifactRef;

/// Where what the stage makes is kept. The first writer of an artifact wins; what is there already counts as done.
public interface FaceArchive {
    /// Fetches an artifact into a file that does not exist yet, checked by its SHA-256.
    void fetch(ArtifactRef artifact, Path target);

    /// Reads a pose span's `quality.json` that was fetched.
    SpanScores scores(Path quality);

    /// Reads a clip's `frames.json` that was fetched.
    ClipTimes times(Path frames);

    /// What is known of a clip whose spans were all searched with these parameters.
    Optional<Kept> find(String clipId, String paramsHash);

    /// Keeps `faces.json`, last of all.
    Kept keep(ClipFaces faces);

    /// Keeps one file of a face clip.
    ArtifactRef keep(String faceId, String paramsHash, String name, Path file, String mediaType);

    /// Keeps one document of a face clip, as JSON.
    ArtifactRef keep(String faceId, String paramsHash, String name, Object document);

    /// What is known of a clip, and where it is written.
    record Kept(ClipFaces faces, ArtifactRef ref) {}
}
