package org.magicanime.caption.domain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.magicanime.caption.domain.motion.KeypointSeries;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PoseSpan;

/// Where what the stage makes is kept. The first writer of an artifact wins; what is there already counts as done.
public interface CaptionArchive {
    /// Fetches an artifact into a file that does not exist yet, checked by its SHA-256.
    void fetch(ArtifactRef artifact, Path target);

    /// Reads a `keypoints.npy` that was fetched.
    ///
    /// @throws IllegalStateException if it does not have the span's frames
    KeypointSeries keypoints(Path file, PoseSpan span, double framesPerSecond);

    /// Reads what a `poses.json` that was fetched says of frames without a pose.
    List<ItemRejected> rejections(Path file);

    /// What is known of a clip that was captioned with these parameters.
    Optional<Kept> find(String clipId, String paramsHash);

    /// Keeps `captions.json`, last of all.
    Kept keep(ClipCaptions captions);

    /// Keeps one document of a clip or a span, as JSON.
    ArtifactRef keep(String itemId, String paramsHash, String name, Object document);

    /// What is known of a clip, and where it is written.
    record Kept(ClipCaptions captions, ArtifactRef ref) {}
}
