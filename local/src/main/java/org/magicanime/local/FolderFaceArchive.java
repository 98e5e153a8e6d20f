package org.magicanime.local;

import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.facecrop.domain.ClipFaces;
import org.magicanime.facecrop.domain.ClipTimes;
import org.magicanime.facecrop.domain.FaceArchive;
import org.magicanime.facecrop.domain.SpanScores;

/// Files of faces in a folder. Knows nothing from before.
final class FolderFaceArchive implements FaceArchive {
    private final FolderFiles files;

    FolderFaceArchive(FolderFiles files) {
        this.files = files;
    }

    @Override
    public void fetch(ArtifactRef artifact, Path target) {
        files.fetch(artifact, target);
    }

    @Override
    public SpanScores scores(Path quality) {
        return files.read(quality, SpanScores.class);
    }

    @Override
    public ClipTimes times(Path frames) {
        return files.read(frames, ClipTimes.class);
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
        return files.refer(file);
    }

    @Override
    public ArtifactRef keep(String faceId, String paramsHash, String name, Object document) {
        return files.write(faceId + "-" + name, document);
    }
}
