package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;

/// Items of one film that one stage kept, or dropped for one reason.
///
/// @param videoId absent for objects that are no films
/// @param code absent for what was kept
public record FunnelCell(
        String stage,
        @Nullable String videoId,
        String style,
        @Nullable String code,
        @Nullable Double threshold,
        long items,
        long frames,
        @Nullable Double leastMeasured,
        @Nullable Double mostMeasured) {}
