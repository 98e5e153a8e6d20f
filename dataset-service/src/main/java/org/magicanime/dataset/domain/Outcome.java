package org.magicanime.dataset.domain;

import java.util.Locale;

/// What became of an item at a stage. The order matters: of two tellings that contradict each other, the first in this
/// order stands.
public enum Outcome {
    KEPT,
    REJECTED,
    /// Its files are there, and a person has to say whether it is kept. That it is not until then, a rejection says.
    UNDECIDED;

    /// As it stands in the ledger.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
