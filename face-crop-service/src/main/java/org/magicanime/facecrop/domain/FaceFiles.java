package org.magicanime.facecrop.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FaceId;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.facecrop.domain.FaceMedia.CropWork;

/// Makes and keeps the files of the faces of one pose span.
final class FaceFiles {
    private static final String MP4 = "video/mp4";
    private static final String NPY = "application/octet-stream";
    private static final String PNG = "image/png";

    private final FaceMedia media;
    private final FaceArchive archive;
    private final String paramsHash;
    private final Path folder;

    /// @param folder an empty one
    FaceFiles(FaceMedia media, FaceArchive archive, String paramsHash, Path folder) {
        this.media = media;
        this.archive = archive;
        this.paramsHash = paramsHash;
        this.folder = folder;
    }

    /// @param clipFile the span's own clip
    List<FaceClip> write(PoseSpan span, Path clipFile, int width, int height, List<FaceTrack> tracks) {
        List<CropWork> works = new ArrayList<>();
        for (FaceTrack track : tracks) {
            Path files = folder(track);
            works.add(new CropWork(
                    track.first(),
                    track.windows(),
                    track.inCrop(),
                    files.resolve("face.mp4"),
                    files.resolve("face-over.mp4"),
                    files.resolve("first.png")));
        }
        media.crop(clipFile, width, height, works);
        List<FaceClip> faces = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            faces.add(keep(FaceId.of(span.spanId(), i), span, tracks.get(i), works.get(i)));
        }
        return faces;
    }

    private FaceClip keep(String faceId, PoseSpan span, FaceTrack track, CropWork work) {
        FrameSpan frames =
                new FrameSpan(span.span().first() + track.first(), span.span().first() + track.end());
        Path landmarks = folder.resolve(String.valueOf(track.first())).resolve("landmarks.npy");
        media.writeNpy(work.landmarks(), landmarks);
        return new FaceClip(
                faceId,
                frames,
                keep(faceId, work.face(), MP4),
                keep(faceId, landmarks, NPY),
                archive.keep(faceId, paramsHash, "crop.json", CropMap.of(faceId, frames, track)),
                keep(faceId, work.firstFrame(), PNG),
                keep(faceId, work.overlay(), MP4),
                archive.keep(faceId, paramsHash, "mouth.json", MouthOpenings.of(faceId, frames, track)),
                null,
                archive.keep(faceId, paramsHash, "quality.json", FaceQuality.of(faceId, frames, track)),
                track.passed());
    }

    private ArtifactRef keep(String faceId, Path file, String mediaType) {
        return archive.keep(faceId, paramsHash, file.getFileName().toString(), file, mediaType);
    }

    private Path folder(FaceTrack track) {
        try {
            return Files.createDirectory(folder.resolve(String.valueOf(track.first())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
