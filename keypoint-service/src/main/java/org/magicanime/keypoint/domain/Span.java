package org.magicanime.keypoint.domain;

import java.util.List;
import org.magicanime.contracts.Framing;

/// Frames of a clip that belong in the data set.
///
/// @param first frame of the clip, from 0
/// @param framing how much of the character is seen
/// @param frames as estimated; bridged ones as interpolated
/// @param bridged for each frame, whether its points are interpolated
/// @param smooth the bodies of `frames`, smoothed
/// @param jitter median second difference of the joints, in sides of the region
public record Span(
        int first,
        Framing framing,
        List<FrameEstimate> frames,
        List<Boolean> bridged,
        List<WholeBody> smooth,
        double jitter) {
    public Span {
        frames = List.copyOf(frames);
        bridged = List.copyOf(bridged);
        smooth = List.copyOf(smooth);
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
