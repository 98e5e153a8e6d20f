package org.magicanime.stage;

import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ArtifactStore.Stored;
import org.magicanime.contracts.ArtifactRef;

/// What stages keep: files, and documents as JSON. The first writer of a key wins; if what it wrote has other
/// bytes, that counts and is said, since a stage that is repeatable would have written the same.
public final class KeptArtifacts {
    private static final Logger LOG = Logger.getLogger(KeptArtifacts.class);
    private static final String JSON = "application/json";
    /// The largest documents are those of whole films: some hundred clips an hour at about 2 KiB each.
    private static final int LARGEST_DOCUMENT = 256 << 20;

    private final ArtifactStore store;
    private final String bucket;

    public KeptArtifacts(ArtifactStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /// A document and where it is.
    public record Document<T>(T content, ArtifactRef ref) {}

    /// Fetches an artifact into a file that does not exist yet, checked by its SHA-256.
    public void fetch(ArtifactRef artifact, Path target) {
        store.get(artifact, target);
    }

    public <T> Optional<Document<T>> find(String key, Class<T> type) {
        return store.find(bucket, key, LARGEST_DOCUMENT)
                .flatMap(json -> store.ref(bucket, key).map(ref -> new Document<>(EventJson.read(json, type), ref)));
    }

    /// @return the document that counts: another process's if that was first
    public <T> Document<T> keep(String key, T document, Class<T> type) {
        Stored stored = store.put(bucket, key, EventJson.write(document), JSON);
        if (stored.sameContent()) {
            return new Document<>(document, stored.ref());
        }
        settled(stored);
        return find(key, type)
                .orElseThrow(() -> new IllegalStateException("artifact " + key + " was there and is gone"));
    }

    /// Keeps a document that nobody reads back here.
    public ArtifactRef keep(String key, Object document) {
        return settled(store.put(bucket, key, EventJson.write(document), JSON));
    }

    public ArtifactRef keep(String key, Path file, String mediaType) {
        return settled(store.put(bucket, key, file, mediaType));
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
