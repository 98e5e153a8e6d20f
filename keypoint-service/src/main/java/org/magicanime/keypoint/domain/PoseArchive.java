package org.magicanime.keypoint.domain;

import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.contracts.ArtifactRef;

/// Where what the stage makes is kept. The first writer of an artifact wins; what is there already counts as done.
public interface PoseArchive {
    /// Fetches a clip into a file that does not exist yet, checked by its SHA-256.
    void fetch(ArtifactRef clip, Path target);

    /// What is known of a clip that was searched completely with these parameters.
    Optional<Kept> find(String clipId, String paramsHash);

    /// Keeps `poses.json`, last of all.
    Kept keep(ClipPoses poses);

    /// Keeps one file of a span.
    ArtifactRef keep(String spanId, String paramsHash, String name, Path file, String mediaType);

    /// Keeps one document of a span, as JSON.
    ArtifactRef keep(String spanId, String paramsHash, String name, Object document);

    /// What is known of a clip, and where it is written.
    record Kept(ClipPoses poses, ArtifactRef ref) {}
}
