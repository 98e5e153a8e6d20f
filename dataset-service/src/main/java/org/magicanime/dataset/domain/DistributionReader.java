package org.magicanime.dataset.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what was measured.
public interface DistributionReader {
    /// @param style only of films of this style
    /// @param videoId only of this film
    List<Distribution> distributions(@Nullable String style, @Nullable String videoId);
}
