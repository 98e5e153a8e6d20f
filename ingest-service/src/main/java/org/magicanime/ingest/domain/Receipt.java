package org.magicanime.ingest.domain;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ObjectOrigin;

/// What became of one version of one object. While there is none, the reconciler asks for the object again.
///
/// @param origin the object
/// @param size bytes
/// @param outcome `ingested`, `rejected` or `given-up`
/// @param videoId the film, where its bytes were read
/// @param code why it was rejected
public record Receipt(
        ObjectOrigin origin,
        long size,
        String outcome,
        @Nullable String videoId,
        @Nullable String code) {
    static Receipt ingested(ObjectOrigin origin, long size, String videoId) {
        return new Receipt(origin, size, "ingested", videoId, null);
    }

    /// Of an object that became a dead letter.
    public static Receipt givenUp(ObjectOrigin origin, long size) {
        return new Receipt(origin, size, "given-up", null, null);
    }

    static Receipt rejected(ObjectOrigin origin, long size, @Nullable String videoId, String code) {
        return new Receipt(origin, size, "rejected", videoId, code);
    }
}
