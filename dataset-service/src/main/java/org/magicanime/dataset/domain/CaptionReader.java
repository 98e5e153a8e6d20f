package org.magicanime.dataset.domain;

import java.util.Optional;

/// Reads captions. May throw what is {@link org.magicanime.contracts.Busy}.
public interface CaptionReader {
    /// The caption of a clip, of a pose span, or that is itself the item.
    ///
    /// @return empty of other items, and of those without a caption
    Optional<ItemCaption> find(LedgerKey key);
}
