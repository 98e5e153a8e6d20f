package org.magicanime.segment.domain;

import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;

/// Frames that are in no clip, and why.
///
/// @param span the frames
/// @param code the reason, for machines
/// @param reason the reason, for people
/// @param held the test that they missed
public record LeftOut(FrameSpan span, String code, String reason, Measure held) {
    /// The value that `reason` speaks of.
    public double measured() {
        return held.value();
    }

    /// The value that it had to keep to.
    public double threshold() {
        return held.threshold();
    }
}
