package org.magicanime.ingest.storage;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ObjectId;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.ingest.domain.Receipt;
import org.magicanime.ingest.domain.ReceiptBook;
import org.magicanime.stage.EventJson;

/// The receipt book in the object store.
public final class StoredReceiptBook implements ReceiptBook {
    private static final String JSON = "application/json";
    private static final String PREFIX = "receipts/";
    private static final String GIVEN_UP = "given-up/";
    private static final String SUFFIX = ".json";
    private static final int LARGEST_TELLING = 64 << 10;

    private final ArtifactStore store;
    private final String bucket;

    public StoredReceiptBook(ArtifactStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    @Override
    public boolean hasReceipt(String objectId) {
        return store.stat(bucket, ArtifactKeys.receipt(objectId)).isPresent();
    }

    @Override
    public Set<String> all() {
        Set<String> ids = new HashSet<>();
        store.list(bucket, PREFIX, object -> {
            String key = object.key();
            String name = key.substring(PREFIX.length(), key.length() - SUFFIX.length());
            ids.add(name.startsWith(GIVEN_UP) ? name.substring(GIVEN_UP.length()) : name);
        });
        return ids;
    }

    @Override
    public void keep(Receipt receipt) {
        store.put(bucket, ArtifactKeys.receipt(ObjectId.of(receipt.origin())), EventJson.write(receipt), JSON);
    }

    @Override
    public void giveUp(ObjectOrigin origin, long size) {
        byte[] note = EventJson.write(Receipt.givenUp(origin, size));
        store.put(bucket, ArtifactKeys.givenUp(ObjectId.of(origin)), note, JSON);
    }

    @Override
    public Optional<VideoIngested> findTelling(String videoId) {
        return store.find(bucket, ArtifactKeys.ingested(videoId), LARGEST_TELLING)
                .map(json -> EventJson.read(json, VideoIngested.class));
    }

    @Override
    public VideoIngested keepTelling(VideoIngested telling) {
        store.put(bucket, ArtifactKeys.ingested(telling.videoId()), EventJson.write(telling), JSON);
        return findTelling(telling.videoId())
                .orElseThrow(() -> new IllegalStateException("the telling of " + telling.videoId() + " is gone"));
    }
}
