package org.magicanime.dataset.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as pages show them.
final class ShownTimes {
    private ShownTimes() {}

    /// In UTC, to the second.
    ///
    /// @param milliseconds since 1970-01-01T00:00Z
    static String second(long milliseconds) {
        return Instant.ofEpochMilli(milliseconds)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace("T", " ")
                .replace("Z", " UTC");
    }
}
