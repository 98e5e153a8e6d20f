package org.magicanime.eval.domain;

import org.jspecify.annotations.Nullable;

/// Why a video does not count.
///
/// @param code `missing`, `unreadable`, `wrong-length`, `static`, `black`, `scoring-failed`
/// @param text one sentence for people
/// @param measured the measured value, where there is one
/// @param threshold what it was held against
public record Failure(
        String code,
        String text,
        @Nullable Double measured,
        @Nullable Double threshold) {
    static Failure missing() {
        return new Failure("missing", "there is no video for the case", null, null);
    }

    static Failure unreadable(String text, @Nullable Double measured, @Nullable Double threshold) {
        return new Failure("unreadable", text, measured, threshold);
    }

    static Failure wrongLength(long frames, boolean more, long wanted) {
        return new Failure(
                "wrong-length",
                "the video has " + (more ? "more than " : "") + frames + " frames, the truth " + wanted,
                (double) frames,
                (double) wanted);
    }
}
