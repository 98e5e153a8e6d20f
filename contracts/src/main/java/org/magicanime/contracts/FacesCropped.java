package org.magicanime.contracts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The pose spans of a clip were searched for faces: the face clips that came out, perhaps none. Told after the
/// rejections of the spans' frames that are in no face clip, so that a listener can close its account.
///
/// @param videoId the film
/// @param clipId the clip
/// @param span its frames in the film
/// @param frameRate the film's average frames per second
/// @param labels what the film's owner said
/// @param clipParamsHash what the clip was cut with
/// @param poseParamsHash what its pose spans were found with
/// @param paramsHash what faces were cropped with: parameters, and `poseParamsHash`
/// @param parameters what `paramsHash` stands for, by name
/// @param searched the pose spans, disjoint and ascending, inside of `span`
/// @param faces inside of the pose spans, by span and number
/// @param rejections number of rejected stretches
/// @param document `faces.json`: face clips and rejections with their measured values
public record FacesCropped(
        String videoId,
        String clipId,
        FrameSpan span,
        Rational frameRate,
        Labels labels,
        String clipParamsHash,
        String poseParamsHash,
        String paramsHash,
        Map<String, String> parameters,
        List<FrameSpan> searched,
        List<FaceClip> faces,
        int rejections,
        ArtifactRef document)
        implements PipelineEvent {
    /// Pixels of a face clip's side.
    public static final int SIDE = 512;

    public FacesCropped {
        VideoId.require(videoId);
        Checks.present(span, "span");
        ClipId.require(clipId, videoId, span);
        Checks.present(frameRate, "frameRate");
        Checks.present(labels, "labels");
        Checks.hex16(clipParamsHash, "clipParamsHash");
        Checks.hex16(poseParamsHash, "poseParamsHash");
        ParamsHash.require(paramsHash);
        parameters = Checks.orEmpty(parameters);
        searched = List.copyOf(Checks.present(searched, "searched"));
        faces = List.copyOf(Checks.present(faces, "faces"));
        Checks.that(rejections >= 0, "rejections must not be negative");
        Checks.present(document, "document");
        long next = span.first();
        for (FrameSpan each : searched) {
            Checks.that(
                    each.first() >= next && each.end() <= span.end(),
                    "searched spans must be of this clip, disjoint and ascending");
            next = each.end();
        }
        for (FaceClip face : faces) {
            String spanId = FaceId.spanId(face.faceId());
            Checks.that(
                    ClipId.videoId(spanId).equals(videoId) && searched.contains(ClipId.span(spanId)),
                    "faces must be of the searched spans");
        }
    }

    /// Frames of pose spans.
    public long framesSearched() {
        return searched.stream().mapToLong(FrameSpan::frames).sum();
    }

    /// Frames in face clips.
    public long framesKept() {
        return faces.stream().mapToLong(each -> each.span().frames()).sum();
    }

    /// Everything that was made of it.
    public List<ArtifactRef> artifacts() {
        return Stream.concat(faces.stream().flatMap(each -> each.artifacts().stream()), Stream.of(document))
                .toList();
    }

    @Override
    public String itemId() {
        return clipId;
    }
}
