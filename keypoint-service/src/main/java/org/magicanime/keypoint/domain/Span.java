package org.magicanime.keypoint.domain;

import java.util.List;
import org.magicanime.contracts.Framing;
import org.magicanime.contracts.Measure;

/// Frames of a clip that belong in the data set.
///
/// @param first frame of the clip, from 0
/// @param framing how much of the character is seen
/// @param frames as estimated; bridged ones as interpolated
/// @param bridged for each frame, whether its points are interpolated
/// @param smooth the bodies of `frames`, smoothed
/// @param jitter median second difference of the joints, in sides of the region
/// @param measures the tests that all of it passed, each with its worst value
public record Span(
        int first,
        Framing framing,
        List<FrameEstimate> frames,
        List<Boolean> bridged,
        List<WholeBody> smooth,
        double jitter,
        List<Measure> measures) {
    public Span {
        frames = List.copyOf(frames);
        bridged = List.copyOf(bridged);
        smooth = List.copyOf(smooth);
        measures = List.copyOf(measures);
    }

    /// The frame after the last one.
    public int end() {
        return first + frames.size();
    }

    /// As estimated.
    public List<WholeBody> raw() {
        return frames.stream().map(FrameEstimate::body).toList();
    }
}
