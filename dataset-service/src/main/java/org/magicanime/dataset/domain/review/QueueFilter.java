package org.magicanime.dataset.domain.review;

import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.DataSubset;

/// Which items a person wants to look at; absent says any.
///
/// @param subset items of this one; without it, of all but text-to-video, whose items are those of pose-driven
/// @param videoId of this film
/// @param style of films of this style
/// @param title of films whose title has these letters, large or small
public record QueueFilter(
        @Nullable DataSubset subset,
        @Nullable String videoId,
        @Nullable String style,
        @Nullable String title) {}
