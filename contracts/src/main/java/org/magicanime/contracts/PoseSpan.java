package org.magicanime.contracts;

import java.util.List;

/// Frames with exactly one character and a valid pose in each of them.
///
/// @param spanId the film and the frames
/// @param span source frame numbers
/// @param framing how much of the character is seen
/// @param clip exactly these frames: `clip.mp4`, or the clip's own file where the span is all of it
/// @param keypoints `keypoints.npy`: float32 `[frames, 133, 3]`, x and y in source pixels, confidence 0 to 1; smoothed
/// @param rawKeypoints `keypoints-raw.npy`: the same before smoothing
/// @param annotation `keypoints.json`: COCO-WholeBody
/// @param poseVideo `pose.mp4`: the skeleton on black, frame by frame
/// @param overlay `pose-over.mp4`: the skeleton on the picture, to look at
/// @param quality `quality.json`: what was measured in each frame
/// @param measures the tests that all of its frames passed, each with the value of its worst frame; empty in events of
///     services that did not tell them yet
public record PoseSpan(
        String spanId,
        FrameSpan span,
        Framing framing,
        ArtifactRef clip,
        ArtifactRef keypoints,
        ArtifactRef rawKeypoints,
        ArtifactRef annotation,
        ArtifactRef poseVideo,
        ArtifactRef overlay,
        ArtifactRef quality,
        List<Measure> measures) {
    public PoseSpan {
        Checks.present(span, "span");
        ClipId.require(spanId, ClipId.videoId(Checks.present(spanId, "spanId")), span);
        Checks.present(framing, "framing");
        Checks.present(clip, "clip");
        Checks.present(keypoints, "keypoints");
        Checks.present(rawKeypoints, "rawKeypoints");
        Checks.present(annotation, "annotation");
        Checks.present(poseVideo, "poseVideo");
        Checks.present(overlay, "overlay");
        Checks.present(quality, "quality");
        measures = Measure.listOf(measures);
    }

    /// Everything that was made of it; its clip may be older than it.
    public List<ArtifactRef> artifacts() {
        return List.of(clip, keypoints, rawKeypoints, annotation, poseVideo, overlay, quality);
    }
}
