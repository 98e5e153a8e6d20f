package org.magicanime.artifact;

import static org.magicanime.artifact.StoreServer.INGEST;

import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ObjectOrigin;
/// A store with keys of one's own.

abstract class ContractFixture {
    @TempDir
    Path folder;

    /// No two tests share a key.
    final String prefix = "t" + UUID.randomUUID().toString().replace("-", "") + "/";

    MinioArtifactStore store;

    abstract StoreServer server();

    @BeforeEach
    void connect() {
        store = server().direct();
    }

    String key(String name) {
        return prefix + name;
    }

    ObjectOrigin drop(String name, byte[] content) throws Exception {
        return drop(INGEST, name, content);
    }

    /// As a stranger's client would.
    ObjectOrigin drop(String bucket, String name, byte[] content) throws Exception {
        server().stranger()
                .putObject(
                        PutObjectArgs.builder()
                                .bucket(bucket)
                                .object(name)
                                .userMetadata(Map.of("Title", "A film"))
                                .stream(new ByteArrayInputStream(content), (long) content.length, -1L)
                                .build());
        return store.stat(bucket, name).orElseThrow().origin();
    }
}
