package org.magicanime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.artifact.Digest;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.facecrop.domain.ClipFaces;
import org.magicanime.facecrop.domain.ClipTimes;
import org.magicanime.facecrop.domain.FaceArchive;
import org.magicanime.facecrop.domain.SpanScores;
import org.magicanime.stage.EventJson;

/// Files of faces in a folder, for measurements without a store. Keys are paths: what one of them
/// refers to, any other finds. Knows nothing from before.
final class FolderFaceArchive implements FaceArchive {
    private static final String BUCKET = "bench";

    private final Path folder;

    FolderFaceArchive(Path folder) {
        this.folder = folder;
    }

    ArtifactRef refer(Path file) {
        try {
            return new ArtifactRef(
                    BUCKET,
                    file.toAbsolutePath().toString().substring(1),
                    Digest.sha256(file),
                    Files.size(file),
                    "application/octet-stream");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void fetch(ArtifactRef artifact, Path target) {
        try {
            Files.copy(Path.of("/" + artifact.key()), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SpanScores scores(Path quality) {
        return read(quality, SpanScores.class);
    }

    @Override
    public ClipTimes times(Path frames) {
        return read(frames, ClipTimes.class);
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return EventJson.read(Files.readAllBytes(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Kept> find(String clipId, String paramsHash) {
        return Optional.empty();
    }

    @Override
    public Kept keep(ClipFaces faces) {
        return new Kept(faces, keep(faces.clipId(), faces.paramsHash(), "faces.json", faces));
    }

    @Override
    public ArtifactRef keep(String faceId, String paramsHash, String name, Path file, String mediaType) {
        return refer(file);
    }

    @Override
    public ArtifactRef keep(String faceId, String paramsHash, String name, Object document) {
        Path file = folder.resolve(faceId + "-" + name);
        try {
            Files.write(file, EventJson.write(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return refer(file);
    }
}
