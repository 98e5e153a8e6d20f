package org.magicanime.dataset.domain;

import java.util.Locale;

/// What became of an item at a stage. The order matters: of two tellings that contradict each other, the first in this
/// order stands.
public enum Outcome {
    KEPT,
    REJECTED;

    /// As it stands in the ledger.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
