package org.magicanime.artifact;

import io.minio.MinioClient;
import java.net.URI;
import java.time.Duration;
import java.util.Random;

/// A running store, and ways to talk to it.
final class StoreServer implements AutoCloseable {
    static final String BUCKET = "artifacts";
    static final String INGEST = "ingest";

    /// The time-out of connections that fail; a test can wait for it.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LONG = Duration.ofSeconds(30);

    private final URI endpoint;
    private final String accessKey;
    private final String secretKey;
    private final MinioArtifactStore direct;
    private final MinioClient stranger;

    StoreServer(URI endpoint, String accessKey, String secretKey) {
        this.endpoint = endpoint;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.direct = MinioArtifactStore.connect(settings(endpoint, accessKey, secretKey, LONG));
        this.stranger = MinioClient.builder()
                .endpoint(endpoint.toString())
                .credentials(accessKey, secretKey)
                .build();
        direct.ensureBucket(BUCKET);
        direct.ensureBucket(INGEST);
    }

    URI endpoint() {
        return endpoint;
    }

    String accessKey() {
        return accessKey;
    }

    String secretKey() {
        return secretKey;
    }

    /// A connection that does not fail. Stays open.
    MinioArtifactStore direct() {
        return direct;
    }

    /// Somebody else's client. Stays open.
    MinioClient stranger() {
        return stranger;
    }

    /// @param by a way to this server, such as a fault proxy
    MinioArtifactStore connect(URI by) {
        return MinioArtifactStore.connect(settings(by, accessKey, secretKey));
    }

    MinioArtifactStore connectWithSecret(String secret) {
        return MinioArtifactStore.connect(settings(endpoint, accessKey, secret, LONG));
    }

    /// Settings with short time-outs.
    static StoreConfig settings(URI by, String accessKey, String secretKey) {
        return settings(by, accessKey, secretKey, PATIENCE);
    }

    private static StoreConfig settings(URI by, String accessKey, String secretKey, Duration timeOut) {
        return new KnownStore(by, accessKey, secretKey).within(timeOut);
    }

    @Override
    public void close() throws Exception {
        direct.close();
        stranger.close();
    }

    /// The same bytes in every run.
    static byte[] bytes(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
