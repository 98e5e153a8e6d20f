package org.magicanime.keypoint.storage;

import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ArtifactStore.Stored;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.keypoint.domain.ClipPoses;
import org.magicanime.keypoint.domain.PoseArchive;
import org.magicanime.stage.EventJson;

/// The pose archive in the object store.
public final class StoredPoseArchive implements PoseArchive {
    private static final Logger LOG = Logger.getLogger(StoredPoseArchive.class);
    private static final String STAGE = "keypoint";
    private static final String JSON = "application/json";
    private static final String POSES = "poses.json";
    private static final int LARGEST_DOCUMENT = 64 << 20;

    private final ArtifactStore store;
    private final String bucket;

    public StoredPoseArchive(ArtifactStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    @Override
    public void fetch(ArtifactRef clip, Path target) {
        store.get(clip, target);
    }

    @Override
    public Optional<Kept> find(String clipId, String paramsHash) {
        String key = ArtifactKeys.ofClip(clipId, STAGE, paramsHash, POSES);
        return store.find(bucket, key, LARGEST_DOCUMENT)
                .flatMap(json ->
                        store.ref(bucket, key).map(ref -> new Kept(EventJson.read(json, ClipPoses.class), ref)));
    }

    /// If another process was first, its document is the one that counts.
    @Override
    public Kept keep(ClipPoses poses) {
        String key = ArtifactKeys.ofClip(poses.clipId(), STAGE, poses.paramsHash(), POSES);
        Stored stored = store.put(bucket, key, EventJson.write(poses), JSON);
        if (stored.sameContent()) {
            return new Kept(poses, stored.ref());
        }
        settled(stored);
        return find(poses.clipId(), poses.paramsHash())
                .orElseThrow(() -> new IllegalStateException("artifact " + key + " was there and is gone"));
    }

    @Override
    public ArtifactRef keep(String spanId, String paramsHash, String name, Path file, String mediaType) {
        return settled(store.put(bucket, ArtifactKeys.ofClip(spanId, STAGE, paramsHash, name), file, mediaType));
    }

    @Override
    public ArtifactRef keep(String spanId, String paramsHash, String name, Object document) {
        String key = ArtifactKeys.ofClip(spanId, STAGE, paramsHash, name);
        return settled(store.put(bucket, key, EventJson.write(document), JSON));
    }

    private static ArtifactRef settled(Stored stored) {
        if (!stored.sameContent()) {
            LOG.warnf(
                    "artifact %s was there with other bytes, which stay: the stage is not repeatable on this machine",
                    stored.ref().key());
        }
        return stored.ref();
    }
}
