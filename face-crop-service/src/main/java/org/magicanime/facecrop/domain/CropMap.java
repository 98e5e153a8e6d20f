package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;

/// The content of `crop.json`: how anything in the film's pictures is found in the face clip, and the other way.
///
/// @param faceId the face clip
/// @param span source frame numbers
/// @param side of the face clip, in pixels
/// @param frames one entry per frame, in order
public record CropMap(String faceId, FrameSpan span, int side, List<Frame> frames) {
    public CropMap {
        frames = List.copyOf(frames);
    }

    /// @param number in the film
    /// @param time when it is shown, in seconds from the face clip's first frame; absent where `clip.posed.v1`
    ///     did not say
    /// @param toCrop two rows of three numbers, which make (x, y, 1) in pixels of the film to (x, y) in
    ///     pixels of the face clip; for both, (0, 0) is the upper left corner of the first pixel
    public record Frame(long number, @Nullable Double time, List<List<Double>> toCrop) {
        public Frame {
            toCrop = List.copyOf(toCrop);
        }
    }

    static CropMap of(String faceId, FrameSpan span, FaceTrack track, @Nullable ClipTimes times) {
        List<Double> seconds = times == null ? List.of() : times.seconds(span);
        List<Frame> all = new ArrayList<>();
        for (int i = 0; i < track.frames(); i++) {
            all.add(new Frame(
                    span.first() + i,
                    seconds.isEmpty() ? null : seconds.get(i),
                    track.windows().get(i).toCrop()));
        }
        return new CropMap(faceId, span, FacesCropped.SIDE, all);
    }
}
