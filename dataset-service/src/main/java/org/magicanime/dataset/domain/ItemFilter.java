package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;

/// Which rows of the ledger are wanted; absent says any.
///
/// @param videoId of this film
/// @param stage such as `keypoint`
/// @param kind what it is about
/// @param outcome kept or rejected
/// @param code why it was rejected, such as `no-character`
public record ItemFilter(
        @Nullable String videoId,
        @Nullable String stage,
        @Nullable ItemKind kind,
        @Nullable Outcome outcome,
        @Nullable String code) {}
