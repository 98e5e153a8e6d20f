package org.magicanime.caption.domain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.caption.domain.CaptionArchive.Kept;
import org.magicanime.caption.domain.look.CharacterPlace;
import org.magicanime.caption.domain.look.GeneralFacts;
import org.magicanime.caption.domain.look.Look;
import org.magicanime.caption.domain.motion.Fact;
import org.magicanime.caption.domain.motion.KeypointSeries;
import org.magicanime.caption.domain.motion.MotionFacts;
import org.magicanime.caption.domain.text.CaptionText;
import org.magicanime.caption.domain.text.GeneralWriter;
import org.magicanime.caption.domain.text.MotionWriter;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.CaptionKind;
import org.magicanime.contracts.CaptionSource;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Telling;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;

/// Says of a clip what it looks like, and of each of its pose spans how its character moves.
///
/// May be killed at any point and run again: a clip that has all of its captions is told again from its record.
public final class ClipCaptioner {
    private static final double USUAL_FRAME_RATE = 24;

    private final ClipMedia media;
    private final CaptionArchive archive;
    private final CaptionParameters parameters;
    private final WorkFolders workFolders;
    private final MotionFacts motionFacts;

    public ClipCaptioner(
            ClipMedia media, CaptionArchive archive, CaptionParameters parameters, WorkFolders workFolders) {
        this.media = media;
        this.archive = archive;
        this.parameters = parameters;
        this.workFolders = workFolders;
        this.motionFacts = new MotionFacts(parameters.rules());
    }

    /// @param tell publishes events and waits for their acknowledgement
    public void caption(ClipPosed clip, Telling tell) {
        Map<String, String> byName = parameters.byName(clip.paramsHash());
        String paramsHash = ParamsHash.of(byName);
        Optional<Kept> known = archive.find(clip.clipId(), paramsHash);
        tell(clip, known.isPresent() ? known.get() : write(clip, byName, paramsHash), tell);
    }

    private Kept write(ClipPosed clip, Map<String, String> byName, String paramsHash) {
        double rate = framesPerSecond(clip);
        List<Caption> motions = new ArrayList<>();
        List<CharacterPlace> places = new ArrayList<>();
        try (WorkFolder folder = workFolders.create()) {
            for (PoseSpan span : clip.spans()) {
                Path file = folder.path().resolve(span.spanId() + ".npy");
                archive.fetch(span.keypoints(), file);
                KeypointSeries series = archive.keypoints(file, span, rate);
                places.add(CharacterPlace.of(series, clip.width(), clip.height()));
                List<Fact> facts = motionFacts.of(series);
                motions.add(keep(
                        span.spanId(),
                        span.span(),
                        CaptionKind.MOTION,
                        MotionWriter.write(facts, span.span(), span.spanId()),
                        MotionFactsDocument.of(span.spanId(), span.span(), rate, facts),
                        paramsHash));
            }
            Path poses = folder.path().resolve("poses.json");
            archive.fetch(clip.poses(), poses);
            GeneralFacts facts =
                    GeneralFacts.of(clip, look(clip, rate, places, folder), places, archive.rejections(poses));
            Caption general = keep(
                    clip.clipId(), clip.span(), CaptionKind.GENERAL, GeneralWriter.write(facts), facts, paramsHash);
            return archive.keep(new ClipCaptions(clip.clipId(), paramsHash, byName, general, motions));
        }
    }

    /// @return null of a clip whose pictures were not told
    private @Nullable Look look(ClipPosed clip, double rate, List<CharacterPlace> places, WorkFolder folder) {
        ArtifactRef told = pictures(clip);
        if (told == null) {
            return null;
        }
        Path file = folder.path().resolve("clip.mp4");
        archive.fetch(told, file);
        try (ClipPictures pictures =
                media.open(file, clip.width(), clip.height(), Look.SIDE, folder.subfolder("pictures"))) {
            if (pictures.frames() != clip.span().frames()) {
                throw new IllegalStateException(
                        "clip " + clip.clipId() + " decodes to " + pictures.frames() + " frames");
            }
            return Look.of(pictures, clip.span(), rate, places);
        }
    }

    private static @Nullable ArtifactRef pictures(ClipPosed clip) {
        ArtifactRef told = clip.clip();
        if (told != null) {
            return told;
        }
        return clip.spans().stream()
                .filter(span -> span.span().equals(clip.span()))
                .map(PoseSpan::clip)
                .findFirst()
                .orElse(null);
    }

    private Caption keep(
            String itemId, FrameSpan span, CaptionKind kind, CaptionText text, Object facts, String paramsHash) {
        ArtifactRef factsFile = archive.keep(itemId, paramsHash, kind + "-facts.json", facts);
        ArtifactRef captionFile = archive.keep(
                itemId,
                paramsHash,
                kind + "-caption.json",
                new CaptionDocument(
                        itemId, span, kind, text.text(), CaptionSource.MEASURED, null, text.clauses(), List.of()));
        return new Caption(itemId, span, kind, text.text(), CaptionSource.MEASURED, null, captionFile, factsFile);
    }

    private static double framesPerSecond(ClipPosed clip) {
        double rate = clip.frameRate().asDouble();
        return rate > 0 ? rate : USUAL_FRAME_RATE;
    }

    private static void tell(ClipPosed clip, Kept kept, Telling tell) {
        ClipCaptions captions = kept.captions();
        tell.accept(new ClipCaptioned(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.clipParamsHash(),
                clip.paramsHash(),
                captions.paramsHash(),
                captions.parameters(),
                captions.general(),
                captions.motions(),
                kept.ref()));
    }
}
