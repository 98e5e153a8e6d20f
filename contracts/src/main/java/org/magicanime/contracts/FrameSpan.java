package org.magicanime.contracts;

/// Frames of a film, numbered from 0 in the decoder's output order.
///
/// @param first the first frame
/// @param end the frame after the last one
public record FrameSpan(long first, long end) {
    public FrameSpan {
        Checks.that(first >= 0, "span.first must not be negative");
        Checks.that(end > first, "span.end must be greater than span.first");
    }

    public long frames() {
        return end - first;
    }
}
