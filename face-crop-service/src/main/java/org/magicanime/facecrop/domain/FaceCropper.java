package org.magicanime.facecrop.domain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Telling;
import org.magicanime.facecrop.domain.FaceArchive.Kept;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;

/// Cuts the faces out of a clip's pose spans, and tells them and what is left out.
///
/// May be killed at any point and run again: a clip whose spans were all searched is told again from its record.
public final class FaceCropper {
    private static final String STAGE = "face-crop";
    private static final double USUAL_FRAME_RATE = 24;

    private final FaceMedia media;
    private final FaceArchive archive;
    private final FaceCropParameters parameters;
    private final WorkFolders workFolders;
    private final FaceFinder finder;

    public FaceCropper(FaceMedia media, FaceArchive archive, FaceCropParameters parameters, WorkFolders workFolders) {
        this.media = media;
        this.archive = archive;
        this.parameters = parameters;
        this.workFolders = workFolders;
        this.finder = new FaceFinder(parameters.rules(), parameters.shape());
    }

    /// @param tell publishes events and waits for their acknowledgement
    public void crop(ClipPosed clip, Telling tell) {
        Map<String, String> byName = parameters.byName(clip.paramsHash());
        String paramsHash = ParamsHash.of(byName);
        Kept kept = archive.find(clip.clipId(), paramsHash).orElseGet(() -> search(clip, byName, paramsHash));
        close(clip, kept, tell);
    }

    private Kept search(ClipPosed clip, Map<String, String> byName, String paramsHash) {
        List<FaceClip> faces = new ArrayList<>();
        List<ItemRejected> rejections = new ArrayList<>();
        for (PoseSpan span : clip.spans()) {
            try (WorkFolder folder = workFolders.create()) {
                FacePlan plan = finder.find(read(clip, span, folder.path()));
                plan.leftOut()
                        .forEach(left -> rejections.add(left.rejection(
                                STAGE, clip.videoId(), span.span().first(), paramsHash, byName)));
                if (!plan.tracks().isEmpty()) {
                    Path file = folder.path().resolve("clip.mp4");
                    archive.fetch(span.clip(), file);
                    faces.addAll(new FaceFiles(media, archive, paramsHash, folder.subfolder("faces"))
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

    private SearchedSpan read(ClipPosed clip, PoseSpan span, Path folder) {
        Path keypoints = folder.resolve("keypoints-raw.npy");
        Path quality = folder.resolve("quality.json");
        archive.fetch(span.rawKeypoints(), keypoints);
        archive.fetch(span.quality(), quality);
        List<Landmarks> landmarks = media.readFaces(keypoints);
        SpanScores scores = archive.scores(quality);
        long frames = span.span().frames();
        if (landmarks.size() != frames || scores.frames().size() != frames) {
            throw new IllegalStateException("the span " + span.spanId() + " has key points of " + landmarks.size()
                    + " frames and measures of " + scores.frames().size());
        }
        double rate = clip.frameRate().asDouble();
        return SearchedSpan.of(landmarks, scores, clip.width(), clip.height(), rate > 0 ? rate : USUAL_FRAME_RATE);
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
