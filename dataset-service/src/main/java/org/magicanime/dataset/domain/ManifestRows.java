package org.magicanime.dataset.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.dataset.domain.ManifestRow.StageRun;
import org.magicanime.dataset.domain.character.FaceCharacter;

/// Makes rows of the manifest from what events said.
public final class ManifestRows {
    private final Map<String, Map<String, String>> parameters;
    private final Map<String, ItemMarks> marks;

    /// @param parameters by their hash
    /// @param marks of items of which people said something, by {@link #name}
    public ManifestRows(Map<String, Map<String, String>> parameters, Map<String, ItemMarks> marks) {
        this.parameters = Map.copyOf(parameters);
        this.marks = Map.copyOf(marks);
    }

    /// An item of a subset.
    public static String name(String subset, String itemId) {
        return subset + " " + itemId;
    }

    /// What all items of a clip have in common.
    private record Source(String videoId, String clipId, Labels labels, Rational frameRate) {}

    /// The first frame and what follows.
    ///
    /// @param caption what it shows
    public ManifestRow imageToVideo(ClipCut clip, ItemCaption caption) {
        return row(
                "image-to-video",
                clip.clipId(),
                new Source(clip.videoId(), clip.clipId(), clip.labels(), clip.frameRate()),
                clip.span(),
                clip.width(),
                clip.height(),
                null,
                null,
                caption,
                clip.measures(),
                ItemFiles.of(clip),
                List.of(run("segment", clip.paramsHash())));
    }

    /// A character's motion with its key points.
    ///
    /// @param clip that the span is a part of
    /// @param caption how the character moves
    /// @param corrected the files of a person's correction of its key points; empty if there is none
    public ManifestRow poseDriven(
            PoseSpan span, ClipPosed clip, ItemCaption caption, Map<String, ArtifactRef> corrected) {
        return ofSpan("pose-driven", span, clip, caption, both(ItemFiles.of(span), corrected));
    }

    /// The same motion, for its caption.
    public ManifestRow textToVideo(PoseSpan span, ClipPosed clip, ItemCaption caption) {
        return ofSpan("text-to-video", span, clip, caption, Map.of("clip", span.clip(), "quality", span.quality()));
    }

    private ManifestRow ofSpan(
            String subset, PoseSpan span, ClipPosed clip, ItemCaption caption, Map<String, ArtifactRef> artifacts) {
        return row(
                subset,
                span.spanId(),
                new Source(clip.videoId(), clip.clipId(), clip.labels(), clip.frameRate()),
                span.span(),
                clip.width(),
                clip.height(),
                span.framing().toString(),
                null,
                caption,
                span.measures(),
                artifacts,
                List.of(run("segment", clip.clipParamsHash()), run("keypoint", clip.paramsHash())));
    }

    /// One character's face, with its landmarks.
    ///
    /// @param clip that the face is a part of
    /// @param character that it is of; absent where that is not known
    /// @param corrected the files of a person's correction of its landmarks; empty if there is none
    public ManifestRow faceReenactment(
            FaceClip face, FacesCropped clip, @Nullable FaceCharacter character, Map<String, ArtifactRef> corrected) {
        return row(
                "face-reenactment",
                face.faceId(),
                new Source(clip.videoId(), clip.clipId(), clip.labels(), clip.frameRate()),
                face.span(),
                FacesCropped.SIDE,
                FacesCropped.SIDE,
                null,
                character,
                ItemCaption.NONE,
                face.measures(),
                both(ItemFiles.of(face), corrected),
                List.of(
                        run("segment", clip.clipParamsHash()),
                        run("keypoint", clip.poseParamsHash()),
                        run("face-crop", clip.paramsHash())));
    }

    /// One character's face with its own clean speech.
    ///
    /// @param clip that the face is a part of
    /// @param corrected the files of a person's correction of the face's landmarks; empty if there is none
    public ManifestRow audioDriven(SpeechClip speech, SpeechExtracted clip, Map<String, ArtifactRef> corrected) {
        return row(
                "audio-driven",
                speech.face().faceId(),
                new Source(clip.videoId(), clip.clipId(), clip.labels(), clip.frameRate()),
                speech.face().span(),
                FacesCropped.SIDE,
                FacesCropped.SIDE,
                null,
                null,
                ItemCaption.NONE,
                speech.measures(),
                both(ItemFiles.of(speech), corrected),
                List.of(
                        run("segment", clip.clipParamsHash()),
                        run("keypoint", clip.poseParamsHash()),
                        run("face-crop", clip.faceParamsHash()),
                        run("audio", clip.paramsHash())));
    }

    private static Map<String, ArtifactRef> both(Map<String, ArtifactRef> made, Map<String, ArtifactRef> corrected) {
        Map<String, ArtifactRef> files = new TreeMap<>(made);
        files.putAll(corrected);
        return files;
    }

    private ManifestRow row(
            String subset,
            String itemId,
            Source source,
            FrameSpan span,
            int width,
            int height,
            @Nullable String framing,
            @Nullable FaceCharacter character,
            ItemCaption caption,
            List<Measure> measures,
            Map<String, ArtifactRef> artifacts,
            List<StageRun> stages) {
        Map<String, ArtifactRef> files = new TreeMap<>(artifacts);
        List<StageRun> runs = new ArrayList<>(stages);
        ItemMarks said = marks.getOrDefault(name(subset, itemId), ItemMarks.NONE);
        Caption made = caption.made();
        String madeWith = caption.paramsHash();
        if (made != null && madeWith != null) {
            files.put("caption", made.caption());
            files.put("facts", made.facts());
            runs.add(run("caption", madeWith));
        }
        return new ManifestRow(
                subset,
                itemId,
                source.videoId(),
                source.clipId(),
                source.labels().style().toString(),
                source.labels().title(),
                source.labels().source(),
                source.labels().licence(),
                span,
                span.frames(),
                framesPerSecond(source.frameRate()),
                source.frameRate(),
                width,
                height,
                framing,
                character == null ? null : character.characterId(),
                character == null ? null : character.confidence(),
                caption.text(),
                said.difficulty(),
                said.benchmark(),
                measures,
                files,
                runs);
    }

    private StageRun run(String stage, String paramsHash) {
        return new StageRun(stage, paramsHash, parameters.get(paramsHash));
    }

    private static @Nullable Double framesPerSecond(Rational rate) {
        return rate.numerator() == 0 ? null : rate.asDouble();
    }
}
