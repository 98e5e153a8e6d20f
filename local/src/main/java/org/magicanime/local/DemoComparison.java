package org.magicanime.local;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.CharacterTruth;
import org.magicanime.testkit.drawn.FilmTruth.Shot;
import org.magicanime.testkit.drawn.Transition;

/// Holds what came out of a drawn film against what was drawn.
final class DemoComparison {
    /// A fade is as dark or as bright as its neighbour at its ends: there it may be told from it some
    /// frames off, and what is as bright as its scene almost from the start is no fade to the eye.
    private static final int FADE_EDGE = 3;
    /// The goal: of the frames of a shot with one person whom the models can see.
    private static final double LEAST_POSED = 0.9;
    /// Median distances over all spans: of the joints in torso lengths, of the face's points in its heights.
    private static final double JOINTS_OFF = 0.04;

    private static final double FACES_OFF = 0.03;
    /// Of the joints of one shot, which may be few: of the talking head, shoulders and elbows are to be seen (0.050).
    private static final double FURTHEST = 0.06;

    /// Of the frames with a pose in which the face is large enough to be kept for certain.
    private static final double LEAST_FACED = 0.95;

    private static final double LARGE_FACE = 50;

    private final Cartoon drawn;
    private final Collection<ClipCut> clips;
    private final Collection<ClipPosed> posed;
    private final List<ItemRejected> rejections;
    private final PoseErrors errors;
    private final Collection<FacesCropped> cropped;
    private final Collection<SpeechExtracted> extracted;
    private final LastStage until;
    private final List<String> faults = new ArrayList<>();

    DemoComparison(Cartoon drawn, Ledger ledger, String videoId, PoseErrors errors, LastStage until) {
        this.drawn = drawn;
        this.clips = ledger.clipsOf(videoId);
        this.posed = ledger.posedOf(videoId);
        this.rejections = ledger.rejectionsOf(videoId);
        this.errors = errors;
        this.cropped = ledger.croppedOf(videoId);
        this.extracted = ledger.extractedOf(videoId);
        this.until = until;
    }

    /// Prints both, shot by shot.
    ///
    /// @return what does not agree
    List<String> print(PrintStream out) {
        out.printf("%-34s %12s   %s%n", "drawn", "frames", "came out as");
        for (Shot shot : drawn.truth().shots()) {
            out.printf(
                    "%-34s %5d–%-6d   %s%n",
                    what(shot), shot.span().first(), shot.span().end(), cameOutAs(shot.span()));
            check(shot);
        }
        for (long cut : drawn.truth().cuts()) {
            if (clips.stream()
                    .anyMatch(clip ->
                            clip.span().first() < cut && cut < clip.span().end())) {
                faults.add("the cut at frame " + cut + " lies inside a clip");
            }
        }
        long kept = clips.stream().mapToLong(clip -> clip.span().frames()).sum();
        long left = frames("segment");
        out.printf(
                "%d hard cuts drawn, %d frames = %d in %d clips + %d left out%n",
                drawn.truth().cuts().size(), drawn.frames(), kept, clips.size(), left);
        account(kept + left, drawn.frames());
        if (until != LastStage.SEGMENT) {
            long inSpans = posed.stream().mapToLong(ClipPosed::framesKept).sum();
            long leftOfClips = frames("keypoint");
            int spans = posed.stream().mapToInt(clip -> clip.spans().size()).sum();
            out.printf(
                    "%d frames in clips = %d in %d spans with poses + %d left out%n",
                    kept, inSpans, spans, leftOfClips);
            account(inSpans + leftOfClips, kept);
            checkPoints(out);
            if (until.compareTo(LastStage.FACE_CROP) >= 0) {
                long inFaces =
                        cropped.stream().mapToLong(FacesCropped::framesKept).sum();
                long leftOfSpans = frames("face-crop");
                out.printf(
                        "%d frames in spans = %d in %d face clips + %d left out%n",
                        inSpans, inFaces, faces().count(), leftOfSpans);
                account(inFaces + leftOfSpans, inSpans);
                if (until.compareTo(LastStage.AUDIO) >= 0) {
                    long spoken = extracted.stream()
                            .mapToLong(SpeechExtracted::framesKept)
                            .sum();
                    long leftOfFaces = frames("audio");
                    out.printf(
                            "%d frames in face clips = %d with the face's own clean speech + %d left out%n",
                            inFaces, spoken, leftOfFaces);
                    account(spoken + leftOfFaces, inFaces);
                }
            }
        }
        return List.copyOf(faults);
    }

    private void checkPoints(PrintStream out) {
        FrameSpan film = new FrameSpan(0, drawn.frames());
        double joints = errors.body(film);
        double faces = errors.face(film);
        out.printf("points of all spans, median: joints ±%.3f torso, face ±%.3f of its height%n", joints, faces);
        if (joints > JOINTS_OFF || faces > FACES_OFF) {
            faults.add(
                    ("half of the joints are off by %.3f torso lengths or more (at most %.3f), half of the faces' points"
                                    + " by %.3f of its height or more (at most %.3f)")
                            .formatted(joints, JOINTS_OFF, faces, FACES_OFF));
        }
    }

    private void account(long found, long expected) {
        if (found != expected) {
            faults.add("the account does not close: " + found + " of " + expected + " frames");
        }
    }

    private long frames(String stage) {
        return rejections.stream()
                .filter(rejected -> rejected.stage().equals(stage))
                .mapToLong(ItemRejected::frames)
                .sum();
    }

    private String what(Shot shot) {
        List<CharacterTruth> characters = characters(shot);
        String who = characters.isEmpty()
                ? "nobody"
                : String.join(
                        " and ",
                        characters.stream()
                                .map(one ->
                                        one.name() + " (" + one.kind().name().toLowerCase(Locale.ROOT) + ")")
                                .toList());
        Transition in = shot.in();
        return in.frames() == 0 ? who : who + ", " + in.kind().name().toLowerCase(Locale.ROOT);
    }

    private List<CharacterTruth> characters(Shot shot) {
        long middle = (shot.span().first() + shot.span().end()) / 2;
        return drawn.truth(middle).characters();
    }

    private void check(Shot shot) {
        FrameSpan whole = inner(shot);
        if (clips.stream().noneMatch(clip -> overlap(clip.span(), whole) > 0)) {
            faults.add("the shot at frame " + shot.span().first() + " has no clip");
        }
        long dark = clips.stream()
                .mapToLong(clip -> overlap(clip.span(), shot.span()) - overlap(clip.span(), whole))
                .sum();
        if (dark > 2L * FADE_EDGE) {
            faults.add(dark + " frames of the fades of the shot at frame "
                    + shot.span().first() + " are in clips");
        }
        if (until != LastStage.SEGMENT) {
            checkPoses(shot, whole);
        }
        if (until.compareTo(LastStage.FACE_CROP) >= 0) {
            checkFaces(shot, whole);
        }
    }

    /// Without its fades. In a dissolve and a flash the picture is bright.
    private static FrameSpan inner(Shot shot) {
        int in = shot.in().kind() == Transition.Kind.FADE ? shot.in().frames() : 0;
        int out = shot.out().kind() == Transition.Kind.FADE ? shot.out().frames() : 0;
        return new FrameSpan(shot.span().first() + in, shot.span().end() - out);
    }

    private void checkPoses(Shot shot, FrameSpan whole) {
        List<CharacterTruth> characters = characters(shot);
        long first = shot.span().first();
        long valid = spans().mapToLong(span -> overlap(span.span(), whole)).sum();
        if (characters.size() == 1 && characters.getFirst().kind().seenByModels()) {
            long inClips = clips.stream()
                    .mapToLong(clip -> overlap(clip.span(), whole))
                    .sum();
            if (valid < LEAST_POSED * (inClips - shot.in().frames())) {
                faults.add("only " + valid + " of " + inClips + " frames of the shot at frame " + first
                        + " have a valid pose");
            }
            double error = errors.body(shot.span());
            if (error > FURTHEST) {
                faults.add("the joints of the shot at frame %d are off by %.3f torso lengths".formatted(first, error));
            }
        } else if (valid > FADE_EDGE) {
            faults.add(valid + " frames of the shot at frame " + first
                    + " have a valid pose, in which there is not one person");
        }
    }

    /// Of a medium shot of one who looks at the viewer nearly all frames are kept, of one who looks to
    /// the side none.
    private void checkFaces(Shot shot, FrameSpan whole) {
        List<CharacterTruth> characters = characters(shot);
        long first = shot.span().first();
        long kept = faces().mapToLong(face -> overlap(face.span(), whole)).sum();
        boolean single = characters.size() == 1 && characters.getFirst().kind().seenByModels();
        if (kept > FADE_EDGE && (!single || characters.getFirst().profile())) {
            faults.add(
                    kept + " frames of the shot at frame " + first + " have a face from the front, which is not there");
        }
        long posedFrames =
                spans().mapToLong(span -> overlap(span.span(), whole)).sum();
        if (single
                && !characters.getFirst().profile()
                && faceHeight(characters.getFirst()) >= LARGE_FACE
                && kept < LEAST_FACED * posedFrames) {
            faults.add("only " + kept + " of " + posedFrames + " frames with a pose of the shot at frame " + first
                    + " have a face");
        }
    }

    /// From the brows to the chin, in pixels.
    private static double faceHeight(CharacterTruth character) {
        DoubleSummaryStatistics heights =
                character.landmarks().stream().mapToDouble(KnownPoint::y).summaryStatistics();
        return heights.getMax() - heights.getMin();
    }

    private Stream<FaceClip> faces() {
        return cropped.stream().flatMap(clip -> clip.faces().stream());
    }

    private Stream<PoseSpan> spans() {
        return posed.stream().flatMap(clip -> clip.spans().stream());
    }

    private String cameOutAs(FrameSpan part) {
        List<String> all = new ArrayList<>();
        for (ClipCut clip : clips) {
            if (overlap(clip.span(), part) > FADE_EDGE) {
                all.add("clip %d–%d".formatted(clip.span().first(), clip.span().end()));
            }
        }
        spans().filter(span -> overlap(span.span(), part) > FADE_EDGE)
                .forEach(span -> all.add("%s %d–%d (joints ±%.3f torso, face ±%.3f of its height)"
                        .formatted(
                                span.framing(),
                                span.span().first(),
                                span.span().end(),
                                errors.body(part),
                                errors.face(part))));
        faces().filter(face -> overlap(face.span(), part) > FADE_EDGE)
                .forEach(face -> all.add(
                        "face %d–%d".formatted(face.span().first(), face.span().end())));
        extracted.stream()
                .flatMap(clip -> clip.speech().stream())
                .map(speech -> speech.face().span())
                .filter(span -> overlap(span, part) > FADE_EDGE)
                .forEach(span -> all.add("speech %d–%d".formatted(span.first(), span.end())));
        for (ItemRejected rejected : rejections) {
            FrameSpan span = rejected.span();
            if (span != null && overlap(span, part) > FADE_EDGE) {
                all.add("%s %d–%d".formatted(rejected.code(), span.first(), span.end()));
            }
        }
        return String.join(", ", all);
    }

    private static long overlap(FrameSpan a, FrameSpan b) {
        return LongStream.of(Math.min(a.end(), b.end()) - Math.max(a.first(), b.first()), 0)
                .max()
                .orElse(0);
    }
}
