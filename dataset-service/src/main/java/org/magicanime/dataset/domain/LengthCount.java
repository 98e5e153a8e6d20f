package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;

/// Items of one style that have the same length and frame rate.
///
/// @param frames of each
/// @param fps frames per second; absent if it is not known
/// @param fullHd whether the shorter side has 1080 pixels or more
/// @param items how many
public record LengthCount(
        String style, long frames, @Nullable Double fps, boolean fullHd, long items) {
    /// Of each item.
    @Nullable
    Double seconds() {
        return fps == null ? null : frames / fps;
    }
}
