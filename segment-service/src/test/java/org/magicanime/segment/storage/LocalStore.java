package org.magicanime.segment.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VideoFacts;
import org.magicanime.contracts.VideoId;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;

/// A real store on a folder, with buckets, and films put into it as the ingest stage does.
final class LocalStore implements AutoCloseable {
    static final String BUCKET = "artifacts";

    private final EmbeddedStore server;
    private final MinioArtifactStore client;

    LocalStore(Path folder) throws IOException {
        server = EmbeddedStore.start(folder, 0, "key", "secret-key", BucketNotifications.NONE);
        client = MinioArtifactStore.connect(new KnownStore(server.endpoint(), "key", "secret-key"));
        client.ensureBucket(BUCKET);
    }

    ArtifactStore client() {
        return client;
    }

    VideoIngested ingest(Path film) throws IOException {
        String sha256 = sha256(Files.readAllBytes(film));
        String videoId = VideoId.of(sha256);
        ArtifactRef source = client.put(BUCKET, ArtifactKeys.source(videoId), film, "application/octet-stream")
                .ref();
        return new VideoIngested(
                videoId,
                source,
                new ObjectOrigin("ingest", "japan/drawn/film", "etag"),
                new Labels(Style.JAPAN, "drawn", null, null),
                new VideoFacts("any", "any", "any", 1, 1, 0, new Rational(24, 1), 1, 1, null));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws Exception {
        client.close();
        server.close();
    }
}
