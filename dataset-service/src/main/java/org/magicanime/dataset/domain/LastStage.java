package org.magicanime.dataset.domain;

import java.util.Locale;

/// The stage after which a film is done.
public enum LastStage {
    SEGMENT,
    KEYPOINT,
    FACE_CROP,
    AUDIO;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
