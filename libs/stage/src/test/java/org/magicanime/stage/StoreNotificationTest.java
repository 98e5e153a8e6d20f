package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.contracts.ObjectHint;

/// The store's notifications, as MinIO words them, and what others may send.
class StoreNotificationTest {
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

    @Test
    void theKeyIsReadAsTheStoreEscapesIt() {
        assertThat(StoreNotification.created(MINIO.getBytes(UTF_8), "ingest"))
                .containsExactly(new ObjectHint("ingest", "films/japan/a b+ü #2.mp4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/abs",
                "..%2f",
                "a\\..\\b",
                "new\nline",
                "\u202ebidi",
                "é",
                "e\u0301",
                "🎬",
                "-i.mp4",
                "a b+c.mp4",
                "100%"
            })
    void everyKeyComesBackAsItWas(String key) {
        assertThat(created("s3:ObjectCreated:Put", "ingest", URLEncoder.encode(key, UTF_8)))
                .containsExactly(new ObjectHint("ingest", key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:ObjectRemoved:Delete", "s3:ObjectAccessed:Get", "s3:ObjectRemoved:DeleteMarkerCreated"})
    void whatIsNotACreationHintsAtNothing(String event) {
        assertThat(created(event, "ingest", "x")).isEmpty();
    }

    @Test
    void uploadsInPartsAndCopiesAreCreations() {
        assertThat(created("s3:ObjectCreated:CompleteMultipartUpload", "ingest", "x"))
                .hasSize(1);
        assertThat(created("s3:ObjectCreated:Copy", "ingest", "x")).hasSize(1);
    }

    @Test
    void anotherBucketIsAgainstThePolicy() {
        assertThatThrownBy(() -> created("s3:ObjectCreated:Put", "artifacts", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("policy:");
    }

    @Test
    void whatIsMissingOrCannotBeReadIsNamed() {
        assertThatThrownBy(() -> StoreNotification.created("{}".getBytes(UTF_8), "ingest"))
                .hasMessageContaining("Records");
        assertThatThrownBy(() -> StoreNotification.created("{\"Records\":[{}]}".getBytes(UTF_8), "ingest"))
                .hasMessageContaining("eventName");
        assertThatThrownBy(() -> StoreNotification.created(
                        "{\"Records\":[{\"eventName\":\"s3:ObjectCreated:Put\"}]}".getBytes(UTF_8), "ingest"))
                .hasMessageContaining("s3 is missing");
        assertThatThrownBy(() -> created("s3:ObjectCreated:Put", "ingest", "")).hasMessageContaining("s3.object.key");
        assertThatThrownBy(() -> created("s3:ObjectCreated:Put", "ingest", "a".repeat(1025)))
                .hasMessageContaining("1024");
        assertThatThrownBy(() -> created("s3:ObjectCreated:Put", "ingest", "%zz"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StoreNotification.created("{\"Records\":[null]}".getBytes(UTF_8), "ingest"))
                .isInstanceOf(RuntimeException.class);
    }

    private static java.util.List<ObjectHint> created(String event, String bucket, String escapedKey) {
        String json = "{\"Records\":[{\"eventName\":\"" + event + "\",\"s3\":{\"bucket\":{\"name\":\"" + bucket
                + "\"},\"object\":{\"key\":\"" + escapedKey + "\"}}}]}";
        return StoreNotification.created(json.getBytes(UTF_8), "ingest");
    }
}
