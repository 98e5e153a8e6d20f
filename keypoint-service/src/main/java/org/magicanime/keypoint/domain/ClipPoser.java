package org.magicanime.keypoint.domain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Telling;
import org.magicanime.keypoint.domain.PoseArchive.Kept;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;

/// Searches a clip for spans with exactly one character and a valid pose, and tells them and what is left out.
///
/// May be killed at any point and run again: a clip that was searched completely is told again from its record.
public final class ClipPoser {
    private static final String STAGE = "keypoint";
    private static final double USUAL_FRAME_RATE = 24;

    private final ClipMedia media;
    private final Supplier<? extends PoseEstimator> estimator;
    private final PoseArchive archive;
    private final KeypointParameters parameters;
    private final WorkFolders workFolders;
    private final SpanFinder finder;

    /// @param estimator gives the estimator, or throws what is {@link org.magicanime.contracts.Busy} while it has no
    ///     models
    public ClipPoser(
            ClipMedia media,
            Supplier<? extends PoseEstimator> estimator,
            PoseArchive archive,
            KeypointParameters parameters,
            WorkFolders workFolders) {
        this.media = media;
        this.estimator = estimator;
        this.archive = archive;
        this.parameters = parameters;
        this.workFolders = workFolders;
        this.finder = new SpanFinder(parameters.rules());
    }

    /// @param tell publishes events and waits for their acknowledgement
    public void pose(ClipCut clip, Telling tell) {
        PoseEstimator ready = estimator.get();
        Map<String, String> byName = parameters.byName(ready.parameters(), clip.paramsHash());
        String paramsHash = ParamsHash.of(byName);
        Optional<Kept> known = archive.find(clip.clipId(), paramsHash);
        close(clip, known.isPresent() ? known.get() : search(clip, ready, byName, paramsHash), tell);
    }

    private Kept search(ClipCut clip, PoseEstimator ready, Map<String, String> byName, String paramsHash) {
        try (WorkFolder folder = workFolders.create()) {
            Path file = folder.path().resolve("clip.mp4");
            archive.fetch(clip.clip(), file);
            List<FrameEstimate> estimates;
            try (ClipPictures pictures = media.open(
                    file, clip.width(), clip.height(), parameters.longestSide(), folder.subfolder("pictures"))) {
                estimates = ready.estimate(pictures);
            }
            if (estimates.size() != clip.span().frames()) {
                throw new IllegalStateException(
                        "clip " + clip.clipId() + " decodes to " + estimates.size() + " frames");
            }
            SpanPlan plan = finder.find(estimates, framesPerSecond(clip));
            List<PoseSpan> spans = new ArrayList<>();
            for (Span span : plan.spans()) {
                Path files = folder.subfolder("span-" + span.first());
                spans.add(new SpanFiles(media, archive, paramsHash, files).write(clip, file, span));
            }
            List<ItemRejected> rejections = plan.leftOut().stream()
                    .map(left ->
                            left.rejection(STAGE, clip.videoId(), clip.span().first(), paramsHash, byName))
                    .toList();
            return archive.keep(new ClipPoses(clip.clipId(), paramsHash, byName, plan.frames(), spans, rejections));
        }
    }

    private static double framesPerSecond(ClipCut clip) {
        double rate = clip.frameRate().asDouble();
        return rate > 0 ? rate : USUAL_FRAME_RATE;
    }

    private static void close(ClipCut clip, Kept kept, Telling tell) {
        ClipPoses poses = kept.poses();
        tell.all(poses.rejections());
        tell.accept(new ClipPosed(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.width(),
                clip.height(),
                clip.frameRate(),
                clip.labels(),
                clip.paramsHash(),
                poses.paramsHash(),
                poses.parameters(),
                clip.clip(),
                clip.sound(),
                clip.frames(),
                poses.spans(),
                poses.rejections().size(),
                kept.ref()));
    }

    static FrameSpan sourceFrames(ClipCut clip, int first, int end) {
        return new FrameSpan(clip.span().first() + first, clip.span().first() + end);
    }
}
