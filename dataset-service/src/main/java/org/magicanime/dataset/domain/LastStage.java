package org.magicanime.dataset.domain;

import java.util.Locale;

/// The stage after which a film is done.
public enum LastStage {
    SEGMENT,
    KEYPOINT,
    FACE_CROP,
    AUDIO,
    /// After speech and captions, which are made beside each other.
    CAPTION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
