package org.magicanime.segment.domain;

import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.contracts.ArtifactRef;

/// Where what the stage makes is kept. The first writer of an artifact wins; what is there already counts as done.
public interface ClipArchive {
    /// Fetches a film into a file that does not exist yet, checked by its SHA-256.
    void fetch(ArtifactRef source, Path target);

    /// What is known of a film that was divided completely with these parameters.
    Optional<Kept<FilmSegments>> findSegments(String videoId, String paramsHash);

    Kept<FilmSegments> keepSegments(FilmSegments segments);

    /// What is known of a clip that was cut completely with these parameters.
    Optional<Kept<ClipFrames>> findFrames(String clipId, String paramsHash);

    Kept<ClipFrames> keepFrames(ClipFrames frames, String paramsHash);

    /// Keeps one file of a clip.
    ArtifactRef keep(String clipId, String paramsHash, String name, Path file, String mediaType);

    /// A document and where it is.
    record Kept<T>(T content, ArtifactRef ref) {}
}
