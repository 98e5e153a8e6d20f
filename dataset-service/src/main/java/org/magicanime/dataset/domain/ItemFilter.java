package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;

/// Which rows of the ledger are wanted; absent says any.
///
/// @param videoId of this film
/// @param style of films of this style
/// @param subset items of this subset
/// @param stage such as `keypoint`
/// @param kind what it is about
/// @param outcome kept or rejected
/// @param code why it was rejected, such as `no-character`
/// @param character faces of this character
public record ItemFilter(
        @Nullable String videoId,
        @Nullable String style,
        @Nullable DataSubset subset,
        @Nullable String stage,
        @Nullable ItemKind kind,
        @Nullable Outcome outcome,
        @Nullable String code,
        @Nullable String character) {
    public static final ItemFilter ALL = new ItemFilter(null, null, null, null, null, null, null, null);
}
