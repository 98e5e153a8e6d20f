package org.magicanime.facecrop.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.FaceAppearance;
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
    private static final String FLAC = "audio/flac";
    /// Finer differences of an appearance say nothing.
    private static final double APPEARANCE_STEPS = 1e4;

    private final FaceMedia media;
    private final FaceArchive archive;
    private final String paramsHash;
    private final String method;
    private final @Nullable ClipTimes times;
    private final @Nullable Path sound;
    private final Path folder;

    /// @param method that the signatures are of
    /// @param times of the clip; null where the clip's event did not say
    /// @param sound the clip's `sound.flac`; null if it has none
    /// @param folder an empty one
    FaceFiles(
            FaceMedia media,
            FaceArchive archive,
            String paramsHash,
            String method,
            @Nullable ClipTimes times,
            @Nullable Path sound,
            Path folder) {
        this.media = media;
        this.archive = archive;
        this.paramsHash = paramsHash;
        this.method = method;
        this.times = times;
        this.sound = sound;
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
                archive.keep(faceId, paramsHash, "crop.json", CropMap.of(faceId, frames, track, times)),
                keep(faceId, work.firstFrame(), PNG),
                keep(faceId, work.overlay(), MP4),
                archive.keep(faceId, paramsHash, "mouth.json", MouthOpenings.of(faceId, frames, track)),
                sound(faceId, frames),
                archive.keep(faceId, paramsHash, "quality.json", FaceQuality.of(faceId, frames, track)),
                track.passed(),
                appearance(track));
    }

    private @Nullable ArtifactRef sound(String faceId, FrameSpan frames) {
        if (times == null || sound == null) {
            return null;
        }
        Optional<ClipTimes.Samples> part = times.sound(frames);
        if (part.isEmpty()) {
            return null;
        }
        Path target = folder.resolve(faceId + ".flac");
        media.cutSound(sound, part.get(), target);
        return archive.keep(faceId, paramsHash, "sound.flac", target, FLAC);
    }

    private FaceAppearance appearance(FaceTrack track) {
        return new FaceAppearance(
                method,
                track.signature().stream()
                        .map(value -> Math.round(value * APPEARANCE_STEPS) / APPEARANCE_STEPS)
                        .toList());
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
