package org.magicanime.dataset.domain.review;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.PointCorrection;
import org.magicanime.contracts.Trim;

/// What a decision says beside its word. Which decision needs what, {@link org.magicanime.contracts.ReviewDecided}
/// checks.
///
/// @param caption of `captioned`
/// @param difficulty of `graded`
/// @param trim of `trimmed`
/// @param correction of `corrected`
public record Details(
        @Nullable String caption,
        @Nullable Difficulty difficulty,
        @Nullable Trim trim,
        @Nullable PointCorrection correction) {
    static Details trim(Trim trim) {
        return new Details(null, null, trim, null);
    }

    static Details correction(PointCorrection correction) {
        return new Details(null, null, null, correction);
    }
}
