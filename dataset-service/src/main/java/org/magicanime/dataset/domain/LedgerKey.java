package org.magicanime.dataset.domain;

import java.util.Comparator;

/// Names a row of the ledger: an item at a stage, with one set of parameters.
///
/// @param stage the service that says what became of it
/// @param kind what it is; a clip and a span of it may have the same id
/// @param itemId as in events
/// @param paramsHash the stage's parameters; empty where it has none
public record LedgerKey(String stage, ItemKind kind, String itemId, String paramsHash)
        implements Comparable<LedgerKey> {
    private static final Comparator<LedgerKey> ORDER = Comparator.comparing(LedgerKey::stage)
            .thenComparing(LedgerKey::kind)
            .thenComparing(LedgerKey::itemId)
            .thenComparing(LedgerKey::paramsHash);

    @Override
    public int compareTo(LedgerKey other) {
        return ORDER.compare(this, other);
    }
}
