package org.magicanime.ingest.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.ingest.domain.ObjectHint;
import org.magicanime.stage.EventJson;

/// The notification that MinIO (and stores that speak like it) sends to Kafka. Neither `eventSource` nor `arn` is
/// looked at, because they name the product.
record StoreNotification(@JsonProperty("Records") @Nullable List<Entry> records) {
    record Entry(@Nullable String eventName, @Nullable S3 s3) {}

    record S3(@Nullable Bucket bucket, @Nullable StoredKey object) {}

    record Bucket(@Nullable String name) {}

    /// @param key URL-query-escaped: a space is `+`
    record StoredKey(@Nullable String key) {}

    /// The objects that were created. Other events, such as removals, hint at nothing.
    ///
    /// @param ingestBucket the only bucket that may be spoken of
    /// @throws IllegalArgumentException if the notification cannot be read, or speaks of another bucket
    static List<ObjectHint> created(byte[] json, String ingestBucket) {
        List<Entry> records = EventJson.readEvent(json, StoreNotification.class).records();
        if (records == null) {
            throw new IllegalArgumentException("Records is missing");
        }
        return records.stream()
                .filter(entry -> required(entry.eventName(), "eventName").startsWith("s3:ObjectCreated:"))
                .map(entry -> hint(entry, ingestBucket))
                .toList();
    }

    private static ObjectHint hint(Entry entry, String ingestBucket) {
        S3 s3 = required(entry.s3(), "s3");
        String bucket = required(required(s3.bucket(), "s3.bucket").name(), "s3.bucket.name");
        if (!bucket.equals(ingestBucket)) {
            throw new IllegalArgumentException(
                    "policy: the notification speaks of a bucket that is not the ingest bucket");
        }
        String key =
                URLDecoder.decode(required(required(s3.object(), "s3.object").key(), "s3.object.key"), UTF_8);
        if (key.isEmpty() || key.length() > 1024) {
            throw new IllegalArgumentException("s3.object.key must have 1 to 1024 characters");
        }
        return new ObjectHint(bucket, key);
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
