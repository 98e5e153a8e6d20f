package org.magicanime.segment.domain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.magicanime.contracts.FrameSpan;

/// How a film is divided: every frame is in exactly one clip or in exactly one span that is left out.
///
/// @param frames frames of the film
/// @param shots as the detector found them
/// @param clips disjoint and ascending
/// @param leftOut disjoint and ascending
public record SegmentPlan(long frames, List<FrameSpan> shots, List<FrameSpan> clips, List<LeftOut> leftOut) {
    /// @throws IllegalStateException if the account of frames does not close
    public SegmentPlan {
        shots = List.copyOf(shots);
        clips = List.copyOf(clips);
        leftOut = List.copyOf(leftOut);
        long next = 0;
        List<FrameSpan> all = Stream.concat(clips.stream(), leftOut.stream().map(LeftOut::span))
                .sorted(Comparator.comparingLong(FrameSpan::first))
                .toList();
        for (FrameSpan span : all) {
            if (span.first() != next) {
                throw new IllegalStateException(
                        "frame " + Math.min(next, span.first()) + " is in no span or in two of them");
            }
            next = span.end();
        }
        if (next != frames) {
            throw new IllegalStateException("the spans end at frame " + next + " of " + frames);
        }
    }

    public long framesKept() {
        return clips.stream().mapToLong(FrameSpan::frames).sum();
    }
}
