package org.magicanime.video;

import org.jspecify.annotations.Nullable;

/// The film can never be read as asked.
public final class UnreadableFilmException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final @Nullable Double measured;
    private final @Nullable Double threshold;

    /// @param code `not-a-video`, `no-video-stream`, `format-not-allowed`, `codec-not-allowed`, `truncated`,
    ///     `too-many-pixels`, `too-long`, `too-many-frames`, `frame-rate-too-high`, `too-many-streams`,
    ///     `no-frames`, `decode-failed`
    /// @param reason one sentence for people, without any text from the film
    /// @param measured the measured value, where the code is about a limit
    /// @param threshold the limit
    public UnreadableFilmException(String code, String reason, @Nullable Double measured, @Nullable Double threshold) {
        super(reason);
        this.code = code;
        this.measured = measured;
        this.threshold = threshold;
    }

    public String code() {
        return code;
    }

    public @Nullable Double measured() {
        return measured;
    }

    public @Nullable Double threshold() {
        return threshold;
    }
}
