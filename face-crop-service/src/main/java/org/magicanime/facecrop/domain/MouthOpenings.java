package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;

/// The content of `mouth.json`.
///
/// @param faceId the face clip
/// @param span source frame numbers
/// @param frames one entry per frame, in order
public record MouthOpenings(String faceId, FrameSpan span, List<Frame> frames) {
    /// Of a smaller mouth the shape was not found to follow what is drawn.
    private static final double LEAST_WIDTH = 12;

    public MouthOpenings {
        frames = List.copyOf(frames);
    }

    /// @param number in the film
    /// @param opening between the inner lips, in distances between the eyes: 0.01 to 0.05 when shut
    /// @param width of the mouth in pixels of the film
    /// @param certain whether the mouth is large enough for `opening` to say something
    public record Frame(long number, double opening, double width, boolean certain) {}

    static MouthOpenings of(String faceId, FrameSpan span, FaceTrack track) {
        List<Frame> all = new ArrayList<>();
        for (int i = 0; i < track.frames(); i++) {
            FaceMeasures face = track.measures().get(i);
            all.add(new Frame(
                    span.first() + i, face.mouthOpening(), face.mouthWidth(), face.mouthWidth() >= LEAST_WIDTH));
        }
        return new MouthOpenings(faceId, span, all);
    }
}
