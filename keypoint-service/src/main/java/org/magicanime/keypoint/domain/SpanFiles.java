package org.magicanime.keypoint.domain;

import java.nio.file.Path;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.PoseSpan;

/// Makes and keeps the files of one span.
final class SpanFiles {
    private static final String MP4 = "video/mp4";
    private static final String NPY = "application/octet-stream";

    private final ClipMedia media;
    private final PoseArchive archive;
    private final String paramsHash;
    private final Path folder;

    /// @param folder an empty one
    SpanFiles(ClipMedia media, PoseArchive archive, String paramsHash, Path folder) {
        this.media = media;
        this.archive = archive;
        this.paramsHash = paramsHash;
        this.folder = folder;
    }

    PoseSpan write(ClipCut clip, Path clipFile, Span span) {
        FrameSpan frames = ClipPoser.sourceFrames(clip, span.first(), span.end());
        String spanId = ClipId.of(clip.videoId(), frames);
        Path pose = folder.resolve("pose.mp4");
        Path overlay = folder.resolve("pose-over.mp4");
        Path part = frames.equals(clip.span()) ? null : folder.resolve("clip.mp4");
        media.videos(
                clipFile,
                clip.width(),
                clip.height(),
                span.first(),
                span.smooth(),
                new SpanVideos(pose, overlay, part));
        Path keypoints = folder.resolve("keypoints.npy");
        media.writeNpy(span.smooth(), keypoints);
        Path raw = folder.resolve("keypoints-raw.npy");
        media.writeNpy(span.raw(), raw);
        return new PoseSpan(
                spanId,
                frames,
                span.framing(),
                part == null ? clip.clip() : keep(spanId, part, MP4),
                keep(spanId, keypoints, NPY),
                keep(spanId, raw, NPY),
                archive.keep(
                        spanId,
                        paramsHash,
                        "keypoints.json",
                        CocoWholeBody.of(clip.width(), clip.height(), frames, span.smooth())),
                keep(spanId, pose, MP4),
                keep(spanId, overlay, MP4),
                archive.keep(spanId, paramsHash, "quality.json", SpanQuality.of(spanId, frames, span)),
                span.measures());
    }

    private ArtifactRef keep(String spanId, Path file, String mediaType) {
        return archive.keep(spanId, paramsHash, file.getFileName().toString(), file, mediaType);
    }
}
