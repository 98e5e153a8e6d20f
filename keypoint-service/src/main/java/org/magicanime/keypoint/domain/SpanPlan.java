package org.magicanime.keypoint.domain;

import java.util.List;
import org.magicanime.judging.FrameAccount;
import org.magicanime.judging.LeftOut;

/// What becomes of every frame of a clip.
///
/// @param frames of the clip
/// @param spans disjoint and ascending
/// @param leftOut the other frames
public record SpanPlan(int frames, List<Span> spans, List<LeftOut> leftOut) {
    /// @throws IllegalArgumentException if a frame is in no place or in two
    public SpanPlan {
        spans = List.copyOf(spans);
        leftOut = List.copyOf(leftOut);
        FrameAccount.check(
                "span", frames, spans.stream().map(span -> new int[] {span.first(), span.end()}), leftOut.stream());
    }
}
