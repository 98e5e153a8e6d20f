package org.magicanime.keypoint.storage;

import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.keypoint.domain.ClipPoses;
import org.magicanime.keypoint.domain.PoseArchive;
import org.magicanime.stage.KeptArtifacts;
import org.magicanime.stage.KeptArtifacts.Document;

/// The pose archive in the object store.
public final class StoredPoseArchive implements PoseArchive {
    private static final String STAGE = "keypoint";
    private static final String POSES = "poses.json";

    private final KeptArtifacts kept;

    public StoredPoseArchive(ArtifactStore store, String bucket) {
        this.kept = new KeptArtifacts(store, bucket);
    }

    @Override
    public void fetch(ArtifactRef clip, Path target) {
        kept.fetch(clip, target);
    }

    @Override
    public Optional<Kept> find(String clipId, String paramsHash) {
        return kept.find(key(clipId, paramsHash, POSES), ClipPoses.class).map(StoredPoseArchive::kept);
    }

    @Override
    public Kept keep(ClipPoses poses) {
        return kept(kept.keep(key(poses.clipId(), poses.paramsHash(), POSES), poses, ClipPoses.class));
    }

    @Override
    public ArtifactRef keep(String spanId, String paramsHash, String name, Path file, String mediaType) {
        return kept.keep(key(spanId, paramsHash, name), file, mediaType);
    }

    @Override
    public ArtifactRef keep(String spanId, String paramsHash, String name, Object document) {
        return kept.keep(key(spanId, paramsHash, name), document);
    }

    private static Kept kept(Document<ClipPoses> document) {
        return new Kept(document.content(), document.ref());
    }

    private static String key(String id, String paramsHash, String name) {
        return ArtifactKeys.ofClip(id, STAGE, paramsHash, name);
    }
}
