package org.magicanime.artifact;

import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.Result;
import io.minio.messages.Item;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.magicanime.artifact.ArtifactStore.StoredObject;

/// The objects under a prefix, or the folders right under it, a page of up to 1,000 at a time.
final class Listing {
    private final String bucket;
    private final String prefix;
    private final String what;
    private final Iterator<Result<Item>> results;

    private Listing(MinioAsyncClient client, String bucket, String prefix, boolean recursive) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.what = "listing " + ObjectName.of(bucket, prefix);
        this.results = client.listObjects(ListObjectsArgs.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .recursive(recursive)
                        .build())
                .iterator();
    }

    static Listing ofAll(MinioAsyncClient client, String bucket, String prefix) {
        return new Listing(client, bucket, prefix, true);
    }

    static Listing ofFolders(MinioAsyncClient client, String bucket, String prefix) {
        return new Listing(client, bucket, prefix, false);
    }

    /// Names without the prefix and the `/` behind them.
    List<String> folders(int most) {
        List<String> names = new ArrayList<>();
        while (names.size() < most) {
            Optional<Item> item = next();
            if (item.isEmpty()) {
                break;
            }
            if (item.get().isDir()) {
                String key = item.get().objectName();
                names.add(key.substring(prefix.length(), key.length() - 1));
            }
        }
        return names;
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
