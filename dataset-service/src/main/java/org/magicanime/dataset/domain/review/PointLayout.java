package org.magicanime.dataset.domain.review;

import java.util.Arrays;
import java.util.Optional;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemKind;

/// Points that people correct: what they are called, and how many a frame has.
public enum PointLayout {
    /// 133 of a pose span in COCO-WholeBody order, in pixels of the film.
    KEYPOINTS(DataSubset.POSE_DRIVEN, 133),
    /// 68 of a face clip in iBUG's order, in pixels of the face clip.
    LANDMARKS(DataSubset.FACE_REENACTMENT, 68);

    /// Of each point: x, y, confidence.
    public static final int VALUES = 3;

    /// The part of a key where stages have their name.
    private static final String STAGE = "review";

    private final DataSubset subset;
    private final int points;

    PointLayout(DataSubset subset, int points) {
        this.subset = subset;
        this.points = points;
    }

    /// That whose items have these points.
    public DataSubset subset() {
        return subset;
    }

    /// In each frame.
    public int points() {
        return points;
    }

    /// The item's name for what was estimated, such as `keypoints`.
    public String estimated() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The item's name for what a person corrected.
    public String corrected() {
        return estimated() + "-corrected";
    }

    /// The item's name for what says which points those are.
    public String provenance() {
        return estimated() + "-provenance";
    }

    /// The key of a file of a correction.
    ///
    /// @param hash 16 hex digits over its contents
    public String key(String itemId, String hash, String file) {
        return this == KEYPOINTS
                ? ArtifactKeys.ofClip(itemId, STAGE, hash, file)
                : ArtifactKeys.ofFace(itemId, STAGE, hash, file);
    }

    public static Optional<PointLayout> of(DataSubset subset) {
        return Arrays.stream(values()).filter(each -> each.subset == subset).findFirst();
    }

    /// Those of an item of a stage.
    public static Optional<PointLayout> of(String stage, ItemKind kind) {
        return Arrays.stream(values())
                .filter(each -> each.subset.stage().equals(stage) && each.subset.kind() == kind)
                .findFirst();
    }
}
