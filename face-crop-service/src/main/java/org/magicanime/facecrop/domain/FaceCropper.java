package org.magicanime.facecrop.domain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Telling;
import org.magicanime.facecrop.domain.FaceArchive.Kept;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;

/// Cuts the faces out of a clip's pose spans, and tells them and what is left out.
///
/// May be killed at any point and run again: a clip whose spans were all searched is told again from its record.
public final class FaceCropper {
    private static final String STAGE = "face-crop";
    private static final double USUAL_FRAME_RATE = 24;

    private final FaceMedia media;
    private final Supplier<? extends FaceModels> models;
    private final FaceArchive archive;
    private final FaceCropParameters parameters;
    private final WorkFolders workFolders;
    private final FaceFinder finder;

    /// @param models gives the models, or throws what is {@link org.magicanime.contracts.Busy} while they are not there
    public FaceCropper(
            FaceMedia media,
            Supplier<? extends FaceModels> models,
            FaceArchive archive,
            FaceCropParameters parameters,
            WorkFolders workFolders) {
        this.media = media;
        this.models = models;
        this.archive = archive;
        this.parameters = parameters;
        this.workFolders = workFolders;
        this.finder = new FaceFinder(parameters.rules(), parameters.shape());
    }

    /// @param tell publishes events and waits for their acknowledgement
    public void crop(ClipPosed clip, Telling tell) {
        FaceModels ready = models.get();
        Map<String, String> byName = parameters.byName(ready.parameters(), clip.paramsHash());
        String paramsHash = ParamsHash.of(byName);
        Kept kept = archive.find(clip.clipId(), paramsHash).orElseGet(() -> search(clip, ready, byName, paramsHash));
        close(clip, kept, tell);
    }

    private Kept search(ClipPosed clip, FaceModels ready, Map<String, String> byName, String paramsHash) {
        List<FaceClip> faces = new ArrayList<>();
        List<ItemRejected> rejections = new ArrayList<>();
        try (WorkFolder folder = workFolders.create()) {
            ClipTimes times = times(clip, folder);
            Path sound = sound(clip, folder);
            for (PoseSpan span : clip.spans()) {
                Path files = folder.subfolder("span-" + span.span().first());
                Path file = files.resolve("clip.mp4");
                archive.fetch(span.clip(), file);
                FacePlan plan = finder.find(look(clip, span, ready, file, files));
                plan.leftOut()
                        .forEach(left -> rejections.add(left.rejection(
                                STAGE, clip.videoId(), span.span().first(), paramsHash, byName)));
                if (!plan.tracks().isEmpty()) {
                    faces.addAll(
                            new FaceFiles(media, archive, paramsHash, ready.appearanceMethod(), times, sound, files)
                                    .write(span, file, clip.width(), clip.height(), plan.tracks()));
                }
            }
        }
        return archive.keep(new ClipFaces(
                clip.clipId(),
                paramsHash,
                byName,
                clip.spans().stream().map(PoseSpan::span).toList(),
                faces,
                rejections));
    }

    private @Nullable ClipTimes times(ClipPosed clip, WorkFolder folder) {
        if (clip.frames() == null) {
            return null;
        }
        Path frames = folder.path().resolve("frames.json");
        archive.fetch(clip.frames(), frames);
        return archive.times(frames);
    }

    private @Nullable Path sound(ClipPosed clip, WorkFolder folder) {
        if (clip.sound() == null) {
            return null;
        }
        Path sound = folder.path().resolve("sound.flac");
        archive.fetch(clip.sound(), sound);
        return sound;
    }

    private SearchedSpan look(ClipPosed clip, PoseSpan span, FaceModels ready, Path file, Path files) {
        List<FaceHint> hints = hints(span, files);
        List<FaceTracker.Frame> frames;
        try (ClipPictures pictures = media.open(
                file, clip.width(), clip.height(), parameters.search().longestSide(), files)) {
            if (pictures.frames() != hints.size()) {
                throw new IllegalStateException(
                        "the span " + span.spanId() + " decodes to " + pictures.frames() + " frames");
            }
            frames = new FaceTracker(ready, parameters.search().lookEvery()).track(pictures, hints);
        }
        double rate = clip.frameRate().asDouble();
        return SearchedSpan.of(
                new FaceChain(frames),
                hints,
                clip.width(),
                clip.height(),
                rate > 0 ? rate : USUAL_FRAME_RATE,
                parameters.shape().scale() / 2,
                parameters.rules());
    }

    private List<FaceHint> hints(PoseSpan span, Path files) {
        Path keypoints = files.resolve("keypoints-raw.npy");
        Path quality = files.resolve("quality.json");
        archive.fetch(span.rawKeypoints(), keypoints);
        archive.fetch(span.quality(), quality);
        List<BodyPoints> bodies = media.readBodies(keypoints);
        List<SpanScores.Frame> frames = archive.scores(quality).frames();
        long expected = span.span().frames();
        if (bodies.size() != expected || frames.size() != expected) {
            throw new IllegalStateException("the span " + span.spanId() + " has key points of " + bodies.size()
                    + " frames and measures of " + frames.size());
        }
        List<FaceHint> hints = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            hints.add(new FaceHint(bodies.get(i), frames.get(i).bridged()));
        }
        return hints;
    }

    private static void close(ClipPosed clip, Kept kept, Telling tell) {
        ClipFaces known = kept.faces();
        tell.all(known.rejections());
        tell.accept(new FacesCropped(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.frameRate(),
                clip.labels(),
                clip.clipParamsHash(),
                clip.paramsHash(),
                known.paramsHash(),
                known.parameters(),
                known.searched(),
                known.faces(),
                known.rejections().size(),
                kept.ref()));
    }
}
