package org.magicanime.dataset.domain.review;

import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.PointCorrection;

/// Where points are kept. May throw what is {@link org.magicanime.contracts.Busy}.
public interface PointArchive {
    /// @throws IllegalArgumentException if it has others than these
    PointSeries read(ArtifactRef estimated, PointLayout layout);

    /// Keeps corrected points beside the estimated ones, under keys that follow from their contents: the same
    /// correction again is there already.
    PointCorrection keep(PointLayout layout, PointSeries points, PointProvenance provenance);
}
