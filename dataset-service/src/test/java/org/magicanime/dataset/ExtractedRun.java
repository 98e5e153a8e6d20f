package org.magicanime.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;

/// The recorded run as if it had gone on to faces and their speech: that of the first clip with faces
/// is undecided, and that of the others is kept.
public final class ExtractedRun {
    public static final Map<String, String> PARAMETERS = Map.of("sync.score", "1.6");
    public static final String PARAMS_HASH = ParamsHash.of(PARAMETERS);

    private static final String STAGE = "audio";
    private static final String SHA256 = "1".repeat(64);

    private ExtractedRun() {}

    /// @param run that ended with faces
    public static List<PipelineEvent> of(List<PipelineEvent> run) {
        List<PipelineEvent> all = new ArrayList<>(run);
        boolean decided = false;
        for (PipelineEvent event : run) {
            if (event instanceof FacesCropped clip) {
                if (!decided) {
                    clip.faces().forEach(face -> all.add(undecided(clip, face)));
                }
                all.add(extracted(clip, decided));
                decided |= !clip.faces().isEmpty();
            }
        }
        return all;
    }

    private static SpeechExtracted extracted(FacesCropped clip, boolean decided) {
        List<SpeechClip> speech =
                clip.faces().stream().map(ExtractedRun::speech).toList();
        return new SpeechExtracted(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.frameRate(),
                clip.labels(),
                clip.clipParamsHash(),
                clip.poseParamsHash(),
                clip.paramsHash(),
                PARAMS_HASH,
                PARAMETERS,
                clip.faces().stream().map(FaceClip::span).toList(),
                decided ? speech : List.of(),
                decided ? List.of() : speech,
                decided ? 0 : speech.size(),
                ref(ArtifactKeys.ofClip(clip.clipId(), STAGE, PARAMS_HASH, "speech.json"), "application/json"));
    }

    private static SpeechClip speech(FaceClip face) {
        return new SpeechClip(
                face,
                file(face, "speech.mp3", "audio/mpeg"),
                file(face, "background.flac", "audio/flac"),
                file(face, "sync.json", "application/json"),
                file(face, "face-speech.mp4", "video/mp4"),
                file(face, "quality.json", "application/json"),
                List.of(new Measure("sync.score", 2.5, 1.6, Bound.AT_LEAST)));
    }

    private static ItemRejected undecided(FacesCropped clip, FaceClip face) {
        return new ItemRejected(
                ClipId.of(clip.videoId(), face.span()),
                STAGE,
                "undecided",
                "whether the face speaks cannot be decided: fit of mouth and speech",
                clip.videoId(),
                face.span(),
                null,
                1.1,
                1.6,
                "sync.score",
                Bound.AT_LEAST,
                PARAMS_HASH,
                PARAMETERS);
    }

    private static ArtifactRef file(FaceClip face, String name, String mediaType) {
        return ref(ArtifactKeys.ofFace(face.faceId(), STAGE, PARAMS_HASH, name), mediaType);
    }

    private static ArtifactRef ref(String key, String mediaType) {
        return new ArtifactRef("artifacts", key, SHA256, 1, mediaType);
    }
}
