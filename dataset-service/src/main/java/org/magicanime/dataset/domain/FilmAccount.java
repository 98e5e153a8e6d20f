package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;

/// What became of one film.
///
/// @param object bucket and key that it came from
/// @param state as {@link FilmState} shows it
/// @param frames absent until the film is divided
public record FilmAccount(
        String videoId,
        String title,
        String style,
        String object,
        String state,
        @Nullable Long frames) {}
