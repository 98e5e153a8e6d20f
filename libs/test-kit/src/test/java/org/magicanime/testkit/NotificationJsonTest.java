package org.magicanime.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.magicanime.testkit.BucketNotifications.CreatedObject;

class NotificationJsonTest {
    /// As a MinIO server told of `films/japan/a b+ü #2.mp4`, without what names that server and that request.
    private static final String MINIO = """
            {"EventName":"s3:ObjectCreated:Put","Key":"ingest/films/japan/a b+ü #2.mp4","Records":[{"eventVersion":"2.0",
            "eventSource":"minio:s3","awsRegion":"","eventTime":"2026-11-23T03:31:23.839Z",
            "eventName":"s3:ObjectCreated:Put","userIdentity":{"principalId":"local"},
            "requestParameters":{"principalId":"local","region":"","sourceIPAddress":"127.0.0.1"},"responseElements":{},
            "s3":{"s3SchemaVersion":"1.0","configurationId":"Config",
            "bucket":{"name":"ingest","ownerIdentity":{"principalId":"local"},"arn":"arn:aws:s3:::ingest"},
            "object":{"key":"films%2Fjapan%2Fa+b%2B%C3%BC+%232.mp4","size":1000,
            "eTag":"398533d48111e9f664b1f64cb10c4b63","contentType":"application/octet-stream",
            "userMetadata":{"content-type":"application/octet-stream"},"sequencer":"18BA8A1FC5AC82C0"}},
            "source":{"host":"127.0.0.1","port":"","userAgent":"embedded"}}]}
            """;

    private static final Instant NOW = Instant.parse("2026-11-23T03:31:23.839Z");

    private final ObjectMapper json = new ObjectMapper();
    private final NotificationJson words = new NotificationJson(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void wordsAreThoseOfMinio() throws Exception {
        JsonNode told = json.readTree(words.created(film("films/japan/a b+ü #2.mp4", 1000, Map.of())));

        JsonNode minio = json.readTree(MINIO);
        ((ObjectNode) minio.at("/Records/0/s3/object"))
                .put("sequencer", "%016X".formatted(NOW.getEpochSecond() * 1_000_000_000L + NOW.getNano()));
        assertThat(told).isEqualTo(minio);
    }

    @Test
    void escapedKeyCanBeReadBack() throws Exception {
        String key = "-/a+b %2F\u200f\n🎬?&=#/é\u0301.mp4";

        JsonNode told = json.readTree(words.created(film(key, 1, Map.of())));

        assertThat(URLDecoder.decode(told.at("/Records/0/s3/object/key").asText(), UTF_8))
                .isEqualTo(key);
        assertThat(told.at("/Key").asText()).isEqualTo("ingest/" + key);
    }

    @Test
    void metadataHasHeaderNames() throws Exception {
        JsonNode told = json.readTree(words.created(film("a", 1, Map.of("title", "A film", "source-url", "x"))));

        assertThat(told.at("/Records/0/s3/object/userMetadata/X-Amz-Meta-Title").asText())
                .isEqualTo("A film");
        assertThat(told.at("/Records/0/s3/object/userMetadata/X-Amz-Meta-Source-Url")
                        .asText())
                .isEqualTo("x");
    }

    @Test
    void emptyObjectHasNoSizeAsWithMinio() throws Exception {
        JsonNode told = json.readTree(words.created(film("a", 0, Map.of())));

        assertThat(told.at("/Records/0/s3/object").has("size")).isFalse();
    }

    @Test
    void removalHasNeitherSizeNorEtag() throws Exception {
        JsonNode told = json.readTree(words.removed("ingest", "a b"));

        assertThat(told.at("/EventName").asText()).isEqualTo("s3:ObjectRemoved:Delete");
        assertThat(told.at("/Records/0/s3/object").fieldNames()).toIterable().containsExactly("key", "sequencer");
    }

    @Test
    void laterNotificationHasGreaterSequencerThoughTheClockStands() throws Exception {
        String last = "";
        for (int i = 0; i < 100; i++) {
            String next = json.readTree(words.created(film("a", 1, Map.of())))
                    .at("/Records/0/s3/object/sequencer")
                    .asText();
            assertThat(next).hasSize(16).isGreaterThan(last);
            last = next;
        }
    }

    private static CreatedObject film(String key, long size, Map<String, String> metadata) {
        return new CreatedObject(
                "s3:ObjectCreated:Put",
                "ingest",
                key,
                size,
                "398533d48111e9f664b1f64cb10c4b63",
                "application/octet-stream",
                metadata);
    }
}
