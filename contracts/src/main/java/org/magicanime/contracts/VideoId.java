package org.magicanime.contracts;

import org.jspecify.annotations.Nullable;

/// Names a film by its bytes: the first 16 hex digits of their SHA-256. The same file twice is the same video, whatever
/// it is called.
public final class VideoId {
    private VideoId() {}

    /// @param sha256 64 lower-case hex digits, the SHA-256 of the file
    /// @throws IllegalArgumentException if it is anything else
    public static String of(String sha256) {
        return Checks.sha256(sha256, "sha256").substring(0, 16);
    }

    /// Returns the id if it is one.
    ///
    /// @throws IllegalArgumentException otherwise, naming the field `videoId`
    public static String require(@Nullable String videoId) {
        return Checks.hex16(videoId, "videoId");
    }
}
