package org.magicanime.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.magicanime.testkit.BucketNotifications.CreatedObject;

/// Words notifications as MinIO does (minio/minio, internal/event/event.go).
///
/// The sequencer is the time in nanoseconds, as 16 hex digits, and never the same twice in a process, so that of two
/// notifications of one key the later one can be told.
final class NotificationJson {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong sequencer = new AtomicLong();
    private final Clock clock;

    NotificationJson(Clock clock) {
        this.clock = clock;
    }

    byte[] created(CreatedObject object) {
        ObjectNode stored = json.createObjectNode();
        stored.put("key", URLEncoder.encode(object.key(), UTF_8));
        if (object.size() > 0) {
            // MinIO leaves out a size of 0.
            stored.put("size", object.size());
        }
        stored.put("eTag", object.etag());
        stored.put("contentType", object.mediaType());
        ObjectNode metadata = stored.putObject("userMetadata");
        metadata.put("content-type", object.mediaType());
        object.metadata().forEach((name, value) -> metadata.put("X-Amz-Meta-" + title(name), value));
        return envelope(object.event(), object.bucket(), object.key(), stored);
    }

    byte[] removed(String bucket, String key) {
        ObjectNode gone = json.createObjectNode();
        gone.put("key", URLEncoder.encode(key, UTF_8));
        return envelope("s3:ObjectRemoved:Delete", bucket, key, gone);
    }

    private byte[] envelope(String event, String bucket, String key, ObjectNode object) {
        Instant now = clock.instant();
        object.put("sequencer", "%016X".formatted(sequence(now)));
        ObjectNode root = json.createObjectNode();
        root.put("EventName", event);
        root.put("Key", bucket + "/" + key);
        ObjectNode entry = root.putArray("Records").addObject();
        entry.put("eventVersion", "2.0");
        entry.put("eventSource", "minio:s3");
        entry.put("awsRegion", "");
        entry.put("eventTime", MILLISECONDS.format(now));
        entry.put("eventName", event);
        entry.putObject("userIdentity").put("principalId", "local");
        entry.putObject("requestParameters")
                .put("principalId", "local")
                .put("region", "")
                .put("sourceIPAddress", "127.0.0.1");
        entry.putObject("responseElements");
        ObjectNode s3 = entry.putObject("s3");
        s3.put("s3SchemaVersion", "1.0");
        s3.put("configurationId", "Config");
        ObjectNode in = s3.putObject("bucket");
        in.put("name", bucket);
        in.putObject("ownerIdentity").put("principalId", "local");
        in.put("arn", "arn:aws:s3:::" + bucket);
        s3.set("object", object);
        entry.putObject("source").put("host", "127.0.0.1").put("port", "").put("userAgent", "embedded");
        try {
            return json.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers can be written", e);
        }
    }

    private long sequence(Instant now) {
        long nanoseconds = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        return sequencer.updateAndGet(last -> Math.max(last + 1, nanoseconds));
    }

    /// `source-url` becomes `Source-Url`, as Go writes a header.
    private static String title(String name) {
        StringBuilder title = new StringBuilder(name.length());
        boolean first = true;
        for (char c : name.toCharArray()) {
            title.append(first ? Character.toUpperCase(c) : c);
            first = c == '-';
        }
        return title.toString();
    }
}
