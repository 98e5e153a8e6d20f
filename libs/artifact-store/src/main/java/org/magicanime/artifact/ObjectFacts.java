package org.magicanime.artifact;

import io.minio.StatObjectResponse;
import io.minio.messages.Item;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.ArtifactStore.StoredObject;

/// Translates what the store says about an object.
final class ObjectFacts {
    private static final String UNTYPED = "application/octet-stream";

    private ObjectFacts() {}

    static StoredObject of(String bucket, String key, StatObjectResponse stat) {
        Map<String, String> metadata = new HashMap<>();
        stat.userMetadata().forEach(entry -> metadata.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
        return new StoredObject(
                bucket,
                key,
                unquoted(stat.etag()),
                stat.size(),
                stat.contentType() == null ? UNTYPED : stat.contentType(),
                stat.lastModified().toInstant(),
                metadata);
    }

    /// A listing says neither media type nor metadata.
    static StoredObject of(String bucket, Item item) {
        return new StoredObject(
                bucket,
                item.objectName(),
                unquoted(item.etag()),
                item.size(),
                UNTYPED,
                item.lastModified().toInstant(),
                Map.of());
    }

    /// s3proxy quotes the etags of copies and multipart uploads, single puts not.
    private static String unquoted(@Nullable String etag) {
        return etag == null ? "" : etag.replace("\"", "");
    }
}
