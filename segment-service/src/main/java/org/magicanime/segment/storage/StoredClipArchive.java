package org.magicanime.segment.storage;

import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ArtifactStore.Stored;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.segment.domain.ClipArchive;
import org.magicanime.segment.domain.ClipFrames;
import org.magicanime.segment.domain.FilmSegments;
import org.magicanime.stage.EventJson;

/// The clip archive in the object store.
public final class StoredClipArchive implements ClipArchive {
    private static final Logger LOG = Logger.getLogger(StoredClipArchive.class);
    private static final String STAGE = "segment";
    private static final String JSON = "application/json";
    /// Some hundred clips an hour of film at about 2 KiB each.
    private static final int LARGEST_DOCUMENT = 256 << 20;

    private final ArtifactStore store;
    private final String bucket;

    public StoredClipArchive(ArtifactStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    @Override
    public void fetch(ArtifactRef source, Path target) {
        store.get(source, target);
    }

    @Override
    public Optional<Kept<FilmSegments>> findSegments(String videoId, String paramsHash) {
        return find(ArtifactKeys.ofVideo(videoId, paramsHash, "segments.json"), FilmSegments.class);
    }

    @Override
    public Kept<FilmSegments> keepSegments(FilmSegments segments) {
        return keep(ArtifactKeys.ofVideo(segments.videoId(), segments.paramsHash(), "segments.json"), segments);
    }

    @Override
    public Optional<Kept<ClipFrames>> findFrames(String clipId, String paramsHash) {
        return find(ArtifactKeys.ofClip(clipId, STAGE, paramsHash, "frames.json"), ClipFrames.class);
    }

    @Override
    public Kept<ClipFrames> keepFrames(ClipFrames frames, String paramsHash) {
        return keep(ArtifactKeys.ofClip(frames.clipId(), STAGE, paramsHash, "frames.json"), frames);
    }

    @Override
    public ArtifactRef keep(String clipId, String paramsHash, String name, Path file, String mediaType) {
        return settled(store.put(bucket, ArtifactKeys.ofClip(clipId, STAGE, paramsHash, name), file, mediaType));
    }

    private <T> Optional<Kept<T>> find(String key, Class<T> type) {
        return store.find(bucket, key, LARGEST_DOCUMENT)
                .flatMap(json -> store.ref(bucket, key).map(ref -> new Kept<>(EventJson.read(json, type), ref)));
    }

    /// If another process was first, its document is the one that counts.
    private <T> Kept<T> keep(String key, T document) {
        Stored stored = store.put(bucket, key, EventJson.write(document), JSON);
        if (stored.sameContent()) {
            return new Kept<>(document, stored.ref());
        }
        settled(stored);
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) document.getClass();
        return find(key, type)
                .orElseThrow(() -> new IllegalStateException("artifact " + key + " was there and is gone"));
    }

    private static ArtifactRef settled(Stored stored) {
        if (!stored.sameContent()) {
            LOG.warnf(
                    "artifact %s is there already with other bytes; the first one counts. Was the codec library changed?",
                    stored.ref().key());
        }
        return stored.ref();
    }
}
