package org.magicanime.facecrop.domain;

import java.util.List;

/// What this stage reads of a pose span's `quality.json`.
///
/// @param frames of the span, in order
public record SpanScores(List<Frame> frames) {
    public SpanScores {
        frames = List.copyOf(frames);
    }

    /// @param number in the film
    /// @param bridged whether its points are interpolated between its neighbours
    public record Frame(long number, boolean bridged) {}
}
