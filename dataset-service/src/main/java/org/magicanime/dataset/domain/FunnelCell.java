package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;

/// Items of one style that one stage kept, or dropped for one reason.
///
/// @param code absent for what was kept
public record FunnelCell(
        String stage,
        String style,
        @Nullable String code,
        @Nullable Double threshold,
        long items,
        long frames,
        @Nullable Double leastMeasured,
        @Nullable Double mostMeasured) {}
