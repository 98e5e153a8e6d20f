package org.magicanime.dataset.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.BenchmarkFrozen;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.EvalCaseCompleted;
import org.magicanime.contracts.EvalCaseRequested;
import org.magicanime.contracts.EvalCompleted;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FaceId;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;
import org.magicanime.dataset.domain.LedgerRow.Film;
import org.magicanime.dataset.domain.LedgerRow.MadeFrom;
import org.magicanime.dataset.domain.LedgerRow.Picture;
import org.magicanime.dataset.domain.LedgerRow.Reason;

/// What an event says in rows of the ledger. Nothing else goes into them: no time, no place in a topic.
public final class LedgerRows {
    private static final String INGEST = "ingest";
    private static final String SEGMENT = "segment";
    private static final String KEYPOINT = "keypoint";
    private static final String FACE_CROP = "face-crop";
    private static final String AUDIO = "audio";
    private static final String CAPTION = "caption";
    private static final String EVAL = "eval";
    private static final String NO_PARAMETERS = "";

    private LedgerRows() {}

    /// @param digest of the event's canonical JSON
    public static List<LedgerRow> of(PipelineEvent event, String digest) {
        return switch (event) {
            case VideoIngested film -> List.of(ingested(film, digest));
            case VideoSegmented film -> List.of(segmented(film, digest));
            case ClipCut clip -> List.of(cut(clip, digest));
            case ClipPosed clip -> posed(clip, digest);
            case ClipCaptioned clip -> captioned(clip, digest);
            case FacesCropped clip -> cropped(clip, digest);
            case SpeechExtracted clip -> extracted(clip, digest);
            // An evaluation is no item of the data set.
            case ItemRejected item -> item.stage().equals(EVAL) ? List.of() : List.of(rejected(item, digest));
            case EvalRequested request -> List.of();
            case EvalCaseRequested request -> List.of();
            case EvalCaseCompleted scored -> List.of();
            case EvalCompleted report -> List.of();
            // About items that have their rows already.
            case BenchmarkFrozen benchmark -> List.of();
            case CharacterDecided decision -> List.of();
            case ReviewDecided decision -> List.of();
        };
    }

    private static LedgerRow ingested(VideoIngested film, String digest) {
        return kept(
                new LedgerKey(INGEST, ItemKind.FILM, film.videoId(), NO_PARAMETERS),
                digest,
                film.videoId(),
                null,
                null,
                0,
                new Picture(
                        film.facts().width(),
                        film.facts().height(),
                        film.facts().frameRate()),
                new Film(film.labels().style(), film.labels().title(), object(film.origin())),
                film);
    }

    private static LedgerRow segmented(VideoSegmented film, String digest) {
        return kept(
                new LedgerKey(SEGMENT, ItemKind.FILM, film.videoId(), film.paramsHash()),
                digest,
                film.videoId(),
                new MadeFrom(film.videoId(), NO_PARAMETERS),
                new FrameSpan(0, film.frames()),
                film.frames(),
                null,
                null,
                StageParameters.of(film).isPresent() ? withoutParameters(film) : film);
    }

    /// Kept once for all: {@link StageParameters}.
    private static VideoSegmented withoutParameters(VideoSegmented film) {
        return new VideoSegmented(
                film.videoId(),
                film.frames(),
                film.framesKept(),
                film.clips(),
                film.rejections(),
                film.paramsHash(),
                Map.of(),
                film.segments());
    }

    private static LedgerRow cut(ClipCut clip, String digest) {
        return kept(
                new LedgerKey(SEGMENT, ItemKind.CLIP, clip.clipId(), clip.paramsHash()),
                digest,
                clip.videoId(),
                new MadeFrom(clip.videoId(), NO_PARAMETERS),
                clip.span(),
                clip.span().frames(),
                new Picture(clip.width(), clip.height(), clip.frameRate()),
                null,
                clip);
    }

    /// The clip without its spans, and each span.
    private static List<LedgerRow> posed(ClipPosed clip, String digest) {
        List<LedgerRow> rows = new ArrayList<>();
        Picture picture = new Picture(clip.width(), clip.height(), clip.frameRate());
        rows.add(kept(
                new LedgerKey(KEYPOINT, ItemKind.CLIP, clip.clipId(), clip.paramsHash()),
                digest,
                clip.videoId(),
                new MadeFrom(clip.clipId(), clip.clipParamsHash()),
                clip.span(),
                clip.span().frames(),
                picture,
                null,
                withoutSpans(clip)));
        for (PoseSpan span : clip.spans()) {
            rows.add(kept(
                    new LedgerKey(KEYPOINT, ItemKind.SPAN, span.spanId(), clip.paramsHash()),
                    digest,
                    clip.videoId(),
                    new MadeFrom(clip.clipId(), clip.clipParamsHash()),
                    span.span(),
                    span.span().frames(),
                    picture,
                    null,
                    span));
        }
        return rows;
    }

    private static ClipPosed withoutSpans(ClipPosed clip) {
        return new ClipPosed(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.width(),
                clip.height(),
                clip.frameRate(),
                clip.labels(),
                clip.clipParamsHash(),
                clip.paramsHash(),
                StageParameters.of(clip).isPresent() ? Map.of() : clip.parameters(),
                null,
                null,
                null,
                List.of(),
                clip.rejections(),
                clip.poses());
    }

    /// The clip without its faces, with as many frames as its pose spans have, and each face.
    private static List<LedgerRow> cropped(FacesCropped clip, String digest) {
        List<LedgerRow> rows = new ArrayList<>();
        Picture picture = new Picture(FacesCropped.SIDE, FacesCropped.SIDE, clip.frameRate());
        rows.add(kept(
                new LedgerKey(FACE_CROP, ItemKind.CLIP, clip.clipId(), clip.paramsHash()),
                digest,
                clip.videoId(),
                new MadeFrom(clip.clipId(), clip.poseParamsHash()),
                clip.span(),
                clip.framesSearched(),
                picture,
                null,
                withoutFaces(clip)));
        for (FaceClip face : clip.faces()) {
            rows.add(kept(
                    new LedgerKey(FACE_CROP, ItemKind.FACE, face.faceId(), clip.paramsHash()),
                    digest,
                    clip.videoId(),
                    new MadeFrom(FaceId.spanId(face.faceId()), clip.poseParamsHash()),
                    face.span(),
                    face.span().frames(),
                    picture,
                    null,
                    face));
        }
        return rows;
    }

    private static FacesCropped withoutFaces(FacesCropped clip) {
        return new FacesCropped(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.frameRate(),
                clip.labels(),
                clip.clipParamsHash(),
                clip.poseParamsHash(),
                clip.paramsHash(),
                StageParameters.of(clip).isPresent() ? Map.of() : clip.parameters(),
                clip.searched(),
                List.of(),
                clip.rejections(),
                clip.document());
    }

    /// The clip without its speech, with as many frames as its face clips have, and each speech that was kept or is
    /// undecided. That the latter is not kept, a rejection says.
    private static List<LedgerRow> extracted(SpeechExtracted clip, String digest) {
        List<LedgerRow> rows = new ArrayList<>();
        Picture picture = new Picture(FacesCropped.SIDE, FacesCropped.SIDE, clip.frameRate());
        rows.add(kept(
                new LedgerKey(AUDIO, ItemKind.CLIP, clip.clipId(), clip.paramsHash()),
                digest,
                clip.videoId(),
                new MadeFrom(clip.clipId(), clip.faceParamsHash()),
                clip.span(),
                clip.framesJudged(),
                picture,
                null,
                withoutSpeech(clip)));
        clip.speech().forEach(speech -> rows.add(speech(clip, speech, Outcome.KEPT, picture, digest)));
        clip.undecided().forEach(speech -> rows.add(speech(clip, speech, Outcome.UNDECIDED, picture, digest)));
        return rows;
    }

    private static LedgerRow speech(
            SpeechExtracted clip, SpeechClip speech, Outcome outcome, Picture picture, String digest) {
        FaceClip face = speech.face();
        return new LedgerRow(
                new LedgerKey(AUDIO, ItemKind.SPEECH, face.faceId(), clip.paramsHash()),
                outcome,
                digest,
                false,
                clip.videoId(),
                new MadeFrom(face.faceId(), clip.faceParamsHash()),
                face.span(),
                face.span().frames(),
                picture,
                null,
                null,
                speech);
    }

    private static SpeechExtracted withoutSpeech(SpeechExtracted clip) {
        return new SpeechExtracted(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.frameRate(),
                clip.labels(),
                clip.clipParamsHash(),
                clip.poseParamsHash(),
                clip.faceParamsHash(),
                clip.paramsHash(),
                StageParameters.of(clip).isPresent() ? Map.of() : clip.parameters(),
                clip.judged(),
                List.of(),
                clip.undecided(),
                clip.rejections(),
                clip.document());
    }

    /// The clip with its general caption and as many frames as its pose spans have, and the motion in each of those.
    private static List<LedgerRow> captioned(ClipCaptioned clip, String digest) {
        List<LedgerRow> rows = new ArrayList<>();
        rows.add(kept(
                new LedgerKey(CAPTION, ItemKind.CLIP, clip.clipId(), clip.paramsHash()),
                digest,
                clip.videoId(),
                new MadeFrom(clip.clipId(), clip.poseParamsHash()),
                clip.span(),
                clip.framesCaptioned(),
                null,
                null,
                withoutMotions(clip)));
        for (Caption motion : clip.motions()) {
            rows.add(kept(
                    new LedgerKey(CAPTION, ItemKind.MOTION, motion.itemId(), clip.paramsHash()),
                    digest,
                    clip.videoId(),
                    new MadeFrom(motion.itemId(), clip.poseParamsHash()),
                    motion.span(),
                    motion.span().frames(),
                    null,
                    null,
                    motion));
        }
        return rows;
    }

    private static ClipCaptioned withoutMotions(ClipCaptioned clip) {
        return new ClipCaptioned(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.clipParamsHash(),
                clip.poseParamsHash(),
                clip.paramsHash(),
                StageParameters.of(clip).isPresent() ? Map.of() : clip.parameters(),
                clip.general(),
                List.of(),
                clip.document());
    }

    private static LedgerRow rejected(ItemRejected item, String digest) {
        String videoId = item.videoId();
        ItemKind kind = item.concernsPart()
                ? ItemKind.STRETCH
                : videoId == null || !videoId.equals(item.itemId()) ? ItemKind.OBJECT : ItemKind.FILM;
        ObjectOrigin origin = item.origin();
        return new LedgerRow(
                new LedgerKey(
                        item.stage(),
                        kind,
                        item.itemId(),
                        Objects.requireNonNullElse(item.paramsHash(), NO_PARAMETERS)),
                Outcome.REJECTED,
                digest,
                false,
                videoId,
                null,
                item.span(),
                item.frames(),
                null,
                new Reason(item.code(), item.measured(), item.threshold()),
                origin == null ? null : new Film(Style.UNKNOWN, "", object(origin)),
                StageParameters.of(item).isPresent() ? withoutParameters(item) : item);
    }

    /// Kept once for all: {@link StageParameters}.
    private static ItemRejected withoutParameters(ItemRejected item) {
        return new ItemRejected(
                item.itemId(),
                item.stage(),
                item.code(),
                item.reason(),
                item.videoId(),
                item.span(),
                item.origin(),
                item.measured(),
                item.threshold(),
                item.rule(),
                item.bound(),
                item.paramsHash(),
                Map.of());
    }

    private static LedgerRow kept(
            LedgerKey key,
            String digest,
            String videoId,
            @Nullable MadeFrom madeFrom,
            @Nullable FrameSpan span,
            long frames,
            @Nullable Picture picture,
            @Nullable Film film,
            Record document) {
        return new LedgerRow(
                key, Outcome.KEPT, digest, false, videoId, madeFrom, span, frames, picture, null, film, document);
    }

    private static String object(ObjectOrigin origin) {
        return origin.bucket() + "/" + origin.key();
    }
}
