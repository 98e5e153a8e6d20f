package org.magicanime.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceAppearance;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FaceId;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.PoseSpan;

/// The recorded run as if it had gone on to faces: of each pose span the first ten frames are left out, and the rest is
/// one face clip. Those of the film's first 300 frames look like one character, the others like another one.
public final class CroppedRun {
    public static final int LEFT_OUT = 10;
    public static final Map<String, String> PARAMETERS = Map.of("face.turn", "1.25");
    public static final String PARAMS_HASH = ParamsHash.of(PARAMETERS);

    private static final String STAGE = "face-crop";
    private static final String SHA256 = "0".repeat(64);

    private CroppedRun() {}

    /// @param run that ended with poses
    public static List<PipelineEvent> of(List<PipelineEvent> run) {
        List<PipelineEvent> all = new ArrayList<>(run);
        for (PipelineEvent event : run) {
            if (event instanceof ClipPosed clip) {
                clip.spans().forEach(span -> all.add(rejected(clip, span)));
                all.add(cropped(clip));
            }
        }
        return all;
    }

    private static FacesCropped cropped(ClipPosed clip) {
        return new FacesCropped(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.frameRate(),
                clip.labels(),
                clip.clipParamsHash(),
                clip.paramsHash(),
                PARAMS_HASH,
                PARAMETERS,
                clip.spans().stream().map(PoseSpan::span).toList(),
                clip.spans().stream().map(CroppedRun::face).toList(),
                clip.spans().size(),
                ref(ArtifactKeys.ofClip(clip.clipId(), STAGE, PARAMS_HASH, "faces.json"), "application/json"));
    }

    private static FaceClip face(PoseSpan span) {
        String faceId = FaceId.of(span.spanId(), 0);
        return new FaceClip(
                faceId,
                new FrameSpan(span.span().first() + LEFT_OUT, span.span().end()),
                file(faceId, "face.mp4", "video/mp4"),
                file(faceId, "landmarks.npy", "application/octet-stream"),
                file(faceId, "crop.json", "application/json"),
                file(faceId, "first.png", "image/png"),
                file(faceId, "face-over.mp4", "video/mp4"),
                file(faceId, "mouth.json", "application/json"),
                null,
                file(faceId, "quality.json", "application/json"),
                List.of(new Measure("face.turn", 0.3, 1.25, Bound.AT_MOST)),
                new FaceAppearance(
                        "drawn", List.of(isFirst(span) ? 0.0 : 5.0, span.span().first() / 1000.0)));
    }

    /// Whether it looks like the first character.
    public static boolean isFirst(PoseSpan span) {
        return span.span().first() < 300;
    }

    private static ItemRejected rejected(ClipPosed clip, PoseSpan span) {
        FrameSpan frames = new FrameSpan(span.span().first(), span.span().first() + LEFT_OUT);
        return new ItemRejected(
                ClipId.of(clip.videoId(), frames),
                STAGE,
                "side-profile",
                "the face is seen from the side: turn of the nose between the edges of the jaw",
                clip.videoId(),
                frames,
                null,
                1.7,
                1.25,
                "face.turn",
                Bound.AT_MOST,
                PARAMS_HASH,
                PARAMETERS);
    }

    private static ArtifactRef file(String faceId, String name, String mediaType) {
        return ref(ArtifactKeys.ofFace(faceId, STAGE, PARAMS_HASH, name), mediaType);
    }

    private static ArtifactRef ref(String key, String mediaType) {
        return new ArtifactRef("artifacts", key, SHA256, 1, mediaType);
    }
}
