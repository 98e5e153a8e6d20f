package org.magicanime.artifact;

import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.Result;
import io.minio.messages.Item;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.magicanime.artifact.ArtifactStore.StoredObject;

/// The objects under a prefix, a page of up to 1,000 at a time.
final class Listing {
    private final String bucket;
    private final String what;
    private final Iterator<Result<Item>> results;

    Listing(MinioAsyncClient client, String bucket, String prefix) {
        this.bucket = bucket;
        this.what = "listing " + ObjectName.of(bucket, prefix);
        this.results = client.listObjects(ListObjectsArgs.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .recursive(true)
                        .build())
                .iterator();
    }

    /// What the listener throws passes through untouched.
    void forEach(Consumer<StoredObject> each) {
        for (Optional<Item> item = next(); item.isPresent(); item = next()) {
            if (!item.get().isDir()) {
                each.accept(ObjectFacts.of(bucket, item.get()));
            }
        }
    }

    private Optional<Item> next() {
        try {
            return results.hasNext() ? Optional.of(results.next().get()) : Optional.empty();
        } catch (Exception e) {
            throw StoreErrors.translate(e, what);
        }
    }
}
