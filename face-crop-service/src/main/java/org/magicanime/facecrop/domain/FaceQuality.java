package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;

/// The content of a face clip's `quality.json`: what the verdict on it rests on.
///
/// @param faceId the face clip
/// @param span source frame numbers
/// @param windowSide of what was cut out, in pixels of the film
/// @param frames one entry per frame, in order
public record FaceQuality(String faceId, FrameSpan span, double windowSide, List<Frame> frames) {
    public FaceQuality {
        frames = List.copyOf(frames);
    }

    /// @param number in the film
    /// @param outside share of the window outside of the picture, 0 to 1: there the picture's edge is repeated
    /// @param measures what was measured
    public record Frame(long number, double outside, FaceMeasures measures) {}

    static FaceQuality of(String faceId, FrameSpan span, FaceTrack track) {
        List<Frame> all = new ArrayList<>();
        for (int i = 0; i < track.frames(); i++) {
            all.add(new Frame(
                    span.first() + i, track.outside().get(i), track.measures().get(i)));
        }
        return new FaceQuality(faceId, span, track.windows().getFirst().side(), all);
    }
}
