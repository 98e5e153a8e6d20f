package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ObjectHint;

/// The notification that MinIO (and stores that speak like it) sends to Kafka. Neither `eventSource` nor `arn` is
/// looked at, because they name the product.
public record StoreNotification(
        @JsonProperty("Records") @Nullable List<Entry> records) {
    record Entry(@Nullable String eventName, @Nullable S3 s3) {}

    record S3(@Nullable Bucket bucket, @Nullable StoredKey object) {}

    record Bucket(@Nullable String name) {}

    /// @param key URL-query-escaped: a space is `+`
    record StoredKey(@Nullable String key) {}

    /// The objects that were created. Other events, such as removals, hint at nothing.
    ///
    /// @param told the only bucket that may be spoken of
    /// @throws IllegalArgumentException if the notification cannot be read, or speaks of another bucket
    public static List<ObjectHint> created(byte[] json, String told) {
        List<Entry> records = EventJson.readEvent(json, StoreNotification.class).records();
        if (records == null) {
            throw new IllegalArgumentException("Records is missing");
        }
        return records.stream()
                .filter(entry -> required(entry.eventName(), "eventName").startsWith("s3:ObjectCreated:"))
                .map(entry -> hint(entry, told))
                .toList();
    }

    /// The same words for an object that the store did not tell of, or whose notification was lost.
    ///
    /// @param teller names who says so
    public static byte[] of(ObjectHint hint, String teller) {
        String created = "s3:ObjectCreated:Put";
        return EventJson.write(Map.of(
                "EventName",
                created,
                "Key",
                hint.bucket() + "/" + hint.key(),
                "Records",
                List.of(Map.of(
                        "eventVersion",
                        "2.0",
                        "eventSource",
                        "magicanime:" + teller,
                        "eventName",
                        created,
                        "s3",
                        Map.of(
                                "bucket",
                                Map.of("name", hint.bucket()),
                                "object",
                                Map.of("key", URLEncoder.encode(hint.key(), UTF_8)))))));
    }

    private static ObjectHint hint(Entry entry, String told) {
        S3 s3 = required(entry.s3(), "s3");
        String bucket = required(required(s3.bucket(), "s3.bucket").name(), "s3.bucket.name");
        if (!bucket.equals(told)) {
            throw new IllegalArgumentException(
                    "policy: the notification speaks of a bucket that is not the bucket '" + told + "'");
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
