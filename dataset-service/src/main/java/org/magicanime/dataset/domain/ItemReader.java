package org.magicanime.dataset.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads items. May throw what is {@link org.magicanime.contracts.Busy}.
public interface ItemReader {
    /// Items in the order of their keys.
    ///
    /// @param after begin behind this one; absent for the beginning
    /// @param most how many
    List<ItemEntry> list(ItemFilter filter, @Nullable LedgerKey after, int most);

    /// Everything about one item.
    Optional<ItemDetails> find(LedgerKey key);
}
