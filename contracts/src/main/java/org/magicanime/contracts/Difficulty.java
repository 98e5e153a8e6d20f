package org.magicanime.contracts;

import java.util.Locale;

/// A third of a benchmark's candidates of one kind and style, by what was measured of them or by what a person said.
public enum Difficulty {
    EASY,
    MEDIUM,
    HARD;

    /// As it is written in documents.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
