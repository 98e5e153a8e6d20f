package org.magicanime.contracts;

/// Points that a person put where they belong, beside the estimated ones, which stay what they are.
///
/// @param points the same layout as what was estimated: of a pose span `keypoints.npy`, float32 `[frames, 133,
///     3]`, of a face clip `landmarks.npy`, float32 `[frames, 68, 3]`; all frames, with what was not corrected as
///     it was estimated
/// @param provenance `provenance.json`: of each frame which points are by hand, copied, swapped or interpolated,
///     and the SHA-256 of what was estimated
public record PointCorrection(ArtifactRef points, ArtifactRef provenance) {
    public PointCorrection {
        Checks.present(points, "correction.points");
        Checks.present(provenance, "correction.provenance");
    }
}
