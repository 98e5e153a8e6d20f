package org.magicanime.keypoint.domain;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Framing;

/// The content of `quality.json`: what the verdict on a span rests on.
///
/// @param spanId the span
/// @param span source frame numbers
/// @param framing how much of the character is seen
/// @param jitter median second difference of the joints, in sides of the region
/// @param frames one entry per frame, in order
public record SpanQuality(String spanId, FrameSpan span, Framing framing, double jitter, List<Frame> frames) {
    public SpanQuality {
        frames = List.copyOf(frames);
    }

    /// @param number in the film
    /// @param held whether it shows the drawing of the frame before
    /// @param bridged whether its points are interpolated between its neighbours
    /// @param measures what was measured
    public record Frame(long number, boolean held, boolean bridged, FrameMeasures measures) {}

    static SpanQuality of(String spanId, FrameSpan frames, Span span) {
        List<Frame> all = new ArrayList<>();
        for (int i = 0; i < span.frames().size(); i++) {
            FrameEstimate estimate = span.frames().get(i);
            all.add(new Frame(
                    frames.first() + i, estimate.held(), span.bridged().get(i), estimate.measures()));
        }
        return new SpanQuality(spanId, frames, span.framing(), span.jitter(), all);
    }
}
