package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Caption;

/// The caption of an item of a subset.
///
/// @param made as the stage made it; absent if it made none
/// @param paramsHash what it was made with; absent likewise
/// @param corrected a person's, which goes before; absent if nobody corrected it
public record ItemCaption(
        @Nullable Caption made,
        @Nullable String paramsHash,
        @Nullable String corrected) {
    /// Of an item that has none.
    public static final ItemCaption NONE = new ItemCaption(null, null, null);

    /// What stands; absent if there is nothing.
    public @Nullable String text() {
        return corrected != null ? corrected : made == null ? null : made.text();
    }
}
