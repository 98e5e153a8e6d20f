package org.magicanime.dataset.domain;

import java.util.Locale;

/// The subsets of the data set (arXiv 2507.20368, Table I), and what the ledger calls their items.
public enum DataSubset {
    IMAGE_TO_VIDEO("segment", ItemKind.CLIP),
    POSE_DRIVEN("keypoint", ItemKind.SPAN),
    TEXT_TO_VIDEO("keypoint", ItemKind.SPAN),
    FACE_REENACTMENT("face-crop", ItemKind.FACE),
    AUDIO_DRIVEN("audio", ItemKind.SPEECH);

    private final String stage;
    private final ItemKind kind;

    DataSubset(String stage, ItemKind kind) {
        this.stage = stage;
        this.kind = kind;
    }

    /// The stage that makes its items.
    public String stage() {
        return stage;
    }

    public ItemKind kind() {
        return kind;
    }

    /// As the manifest calls it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
