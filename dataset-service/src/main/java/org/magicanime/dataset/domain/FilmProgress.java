package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.Accounting.Films;

/// How fast films come through, by the time stamps of what was told of them.
///
/// @param films how many there are in each state
/// @param oldestSeconds since the film was ingested that is in flight for the longest time; absent if none is
/// @param doneInLastHour films that ended well
/// @param medianSeconds of those, from ingest to their end; absent if there are none
/// @param p95Seconds likewise: 95 % took no longer
public record FilmProgress(
        Films films,
        @Nullable Double oldestSeconds,
        long doneInLastHour,
        @Nullable Double medianSeconds,
        @Nullable Double p95Seconds) {}
