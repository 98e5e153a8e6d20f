package org.magicanime.keypoint.domain;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        int[] in = new int[frames];
        Stream.concat(
                        spans.stream().map(span -> new int[] {span.first(), span.end()}),
                        leftOut.stream().map(left -> new int[] {left.first(), left.end()}))
                .flatMapToInt(part -> IntStream.range(part[0], part[1]))
                .forEach(frame -> in[frame]++);
        if (IntStream.of(in).anyMatch(count -> count != 1)) {
            throw new IllegalArgumentException("a frame is in no span and in no rejection, or in two of them");
        }
    }
}
