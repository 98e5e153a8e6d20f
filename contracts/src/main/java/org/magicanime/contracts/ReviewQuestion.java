package org.magicanime.contracts;

import java.util.Locale;

/// What a decision of a person is about. What is decided about one question leaves the others as they are.
public enum ReviewQuestion {
    /// Whether the item is in its subset: the only one on which people vote.
    KEEP,
    /// What its caption is.
    CAPTION,
    /// Where its points are.
    POINTS,
    /// Whether somebody should look at it again, which each person wants or not.
    AGAIN,
    /// How difficult it is.
    DIFFICULTY,
    /// Whether it may be a case of a benchmark.
    BENCHMARK;

    /// As the ledger writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
