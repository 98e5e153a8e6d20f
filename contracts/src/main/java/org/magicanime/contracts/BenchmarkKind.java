package org.magicanime.contracts;

import java.util.Locale;

/// The two halves of a benchmark.
public enum BenchmarkKind {
    FACE,
    MOTION;

    /// As it is written in documents.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
