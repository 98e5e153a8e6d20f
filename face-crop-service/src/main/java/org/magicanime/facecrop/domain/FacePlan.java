package org.magicanime.facecrop.domain;

import java.util.List;
import org.magicanime.judging.FrameAccount;
import org.magicanime.judging.LeftOut;

/// What becomes of every frame of a pose span.
///
/// @param frames of the span
/// @param tracks disjoint and ascending
/// @param leftOut the other frames
public record FacePlan(int frames, List<FaceTrack> tracks, List<LeftOut> leftOut) {
    /// @throws IllegalArgumentException if a frame is in no place or in two
    public FacePlan {
        tracks = List.copyOf(tracks);
        leftOut = List.copyOf(leftOut);
        FrameAccount.check(
                "face clip",
                frames,
                tracks.stream().map(track -> new int[] {track.first(), track.end()}),
                leftOut.stream());
    }
}
