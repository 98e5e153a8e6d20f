package org.magicanime.dataset.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a film was told of.
///
/// @param videoId the film
/// @param ingestedAt the first time that it was told to be ingested; absent if that was not heard
/// @param lastToldAt the last time that something was told of it
public record FilmTime(String videoId, @Nullable Instant ingestedAt, Instant lastToldAt) {
    /// Both, of the same film.
    FilmTime merge(FilmTime other) {
        return new FilmTime(
                videoId,
                ingestedAt == null
                        ? other.ingestedAt
                        : other.ingestedAt == null || ingestedAt.isBefore(other.ingestedAt)
                                ? ingestedAt
                                : other.ingestedAt,
                lastToldAt.isAfter(other.lastToldAt) ? lastToldAt : other.lastToldAt);
    }
}
