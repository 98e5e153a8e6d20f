package org.magicanime.facecrop.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.facecrop.domain.ClipFaces;
import org.magicanime.facecrop.domain.ClipTimes;
import org.magicanime.facecrop.domain.FaceArchive;
import org.magicanime.facecrop.domain.SpanScores;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.KeptArtifacts;
import org.magicanime.stage.KeptArtifacts.Document;

/// The face archive in the object store.
public final class StoredFaceArchive implements FaceArchive {
    private static final String STAGE = "face-crop";
    private static final String FACES = "faces.json";

    private final KeptArtifacts kept;

    public StoredFaceArchive(ArtifactStore store, String bucket) {
        this.kept = new KeptArtifacts(store, bucket);
    }

    @Override
    public void fetch(ArtifactRef artifact, Path target) {
        kept.fetch(artifact, target);
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
        return kept.find(ofClip(clipId, paramsHash), ClipFaces.class).map(StoredFaceArchive::kept);
    }

    @Override
    public Kept keep(ClipFaces faces) {
        return kept(kept.keep(ofClip(faces.clipId(), faces.paramsHash()), faces, ClipFaces.class));
    }

    @Override
    public ArtifactRef keep(String faceId, String paramsHash, String name, Path file, String mediaType) {
        return kept.keep(ArtifactKeys.ofFace(faceId, STAGE, paramsHash, name), file, mediaType);
    }

    @Override
    public ArtifactRef keep(String faceId, String paramsHash, String name, Object document) {
        return kept.keep(ArtifactKeys.ofFace(faceId, STAGE, paramsHash, name), document);
    }

    private static Kept kept(Document<ClipFaces> document) {
        return new Kept(document.content(), document.ref());
    }

    private static String ofClip(String clipId, String paramsHash) {
        return ArtifactKeys.ofClip(clipId, STAGE, paramsHash, FACES);
    }
}
