package org.magicanime.contracts;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A square clip of one character's face, 512×512 pixels, in each frame of which the face passed every
/// test.
///
/// @param faceId the pose span that it is cut from, and a number
/// @param span source frame numbers, inside of the pose span
/// @param clip `face.mp4`: the face in exactly these frames, at their times, without sound
/// @param landmarks `landmarks.npy`: float32 `[frames, 68, 3]` in iBUG's order, x and y in pixels of
///     `clip` ((0, 0) is the corner of the first pixel), confidence 0 to 1
/// @param crop `crop.json`: for each frame its number in the film and the map from its pixels to those
///     of `clip`
/// @param firstFrame `first.png`
/// @param overlay `face-over.mp4`: the landmarks on the face, to look at
/// @param mouth `mouth.json`: how far the mouth is open in each frame
/// @param sound `sound.flac`: the film's sound for exactly these frames, lossless; absent if the film
///     has none
/// @param quality `quality.json`: what was measured in each frame
/// @param measures the tests that all of its frames passed, each with the value of its worst frame
/// @param appearance what the face looks like, to find the same character in other clips; absent in
///     events of services that did not tell it yet
public record FaceClip(
        String faceId,
        FrameSpan span,
        ArtifactRef clip,
        ArtifactRef landmarks,
        ArtifactRef crop,
        ArtifactRef firstFrame,
        ArtifactRef overlay,
        ArtifactRef mouth,
        @Nullable ArtifactRef sound,
        ArtifactRef quality,
        List<Measure> measures,
        @Nullable FaceAppearance appearance) {
    public FaceClip {
        FrameSpan whole = ClipId.span(FaceId.spanId(faceId));
        Checks.present(span, "span");
        Checks.that(span.first() >= whole.first() && span.end() <= whole.end(), "span must be inside of the pose span");
        Checks.present(clip, "clip");
        Checks.present(landmarks, "landmarks");
        Checks.present(crop, "crop");
        Checks.present(firstFrame, "firstFrame");
        Checks.present(overlay, "overlay");
        Checks.present(mouth, "mouth");
        Checks.present(quality, "quality");
        measures = Measure.listOf(measures);
    }

    /// Everything that was made of it.
    public List<ArtifactRef> artifacts() {
        return Stream.of(clip, landmarks, crop, firstFrame, overlay, mouth, sound, quality)
                .filter(Objects::nonNull)
                .toList();
    }
}
