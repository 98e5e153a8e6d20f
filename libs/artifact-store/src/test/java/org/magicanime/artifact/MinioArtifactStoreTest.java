package org.magicanime.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.ArtifactStore.Stored;
import org.magicanime.artifact.ArtifactStore.StoredObject;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.BucketNotifications.CreatedObject;
import org.magicanime.testkit.EmbeddedStore;

/// The port's promises against a real S3 server (s3proxy).
class MinioArtifactStoreTest {
    private static final String SECRET = UUID.randomUUID().toString();
    private static final List<CreatedObject> TOLD = new ArrayList<>();

    @TempDir
    static Path folder;

    private static EmbeddedStore server;
    private static MinioArtifactStore store;

    @BeforeAll
    static void start() throws Exception {
        BucketNotifications told = object -> {
            synchronized (TOLD) {
                TOLD.add(object);
            }
        };
        server = EmbeddedStore.start(folder.resolve("objects"), 0, "tester", SECRET, told);
        store = MinioArtifactStore.connect(config(server.endpoint(), SECRET));
        store.ensureBucket("ingest");
        store.ensureBucket("artifacts");
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        server.close();
    }

    @Test
    void theFirstWriterOfAKeyWins() {
        Stored first = store.put("artifacts", "clips/a/first.json", bytes("one"), "application/json");
        Stored same = store.put("artifacts", "clips/a/first.json", bytes("one"), "application/json");
        Stored other = store.put("artifacts", "clips/a/first.json", bytes("two"), "application/json");

        assertThat(first.created()).isTrue();
        assertThat(same.created()).isFalse();
        assertThat(same.sameContent()).isTrue();
        assertThat(other.created()).isFalse();
        assertThat(other.sameContent()).isFalse();
        assertThat(other.ref()).isEqualTo(first.ref());
        assertThat(store.find("artifacts", "clips/a/first.json", 100)).hasValue(bytes("one"));
    }

    @Test
    void ofManyWritersAtOnceOneCreates() throws Exception {
        List<Future<Stored>> puts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                byte[] content = bytes("writer " + i);
                puts.add(
                        threads.submit(() -> store.put("artifacts", "clips/a/race.json", content, "application/json")));
            }
        }
        int created = 0;
        for (Future<Stored> put : puts) {
            created += put.get().created() ? 1 : 0;
        }
        assertThat(created).isEqualTo(1);
    }

    @Test
    void aLargeFileGoesInPartsAndComesBackEqual(@TempDir Path work) throws Exception {
        Path file = random(work.resolve("large"), 70 << 20);
        Stored stored = store.put("artifacts", "clips/a/large.bin", file, "application/octet-stream");
        Path back = work.resolve("back");
        store.get(stored.ref(), back);
        assertThat(Files.mismatch(file, back)).isEqualTo(-1);
        assertThat(Files.getPosixFilePermissions(back)).hasSize(2);
        assertThat(store.put("artifacts", "clips/a/large.bin", file, "application/octet-stream")
                        .created())
                .isFalse();
    }

    @Test
    void whatIsNotWhatWasToldIsNotKept(@TempDir Path work) {
        ArtifactRef ref = store.put("artifacts", "clips/a/told.json", bytes("abc"), "application/json")
                .ref();
        Path target = work.resolve("target");
        ArtifactRef wrongHash = new ArtifactRef(ref.bucket(), ref.key(), "0".repeat(64), ref.size(), ref.mediaType());
        assertThatThrownBy(() -> store.get(wrongHash, target)).isInstanceOf(ObjectChangedException.class);
        ArtifactRef wrongSize = new ArtifactRef(ref.bucket(), ref.key(), ref.sha256(), 9, ref.mediaType());
        assertThatThrownBy(() -> store.get(wrongSize, target)).isInstanceOf(ObjectChangedException.class);
        ArtifactRef absent = new ArtifactRef(ref.bucket(), "clips/a/absent.json", ref.sha256(), 3, ref.mediaType());
        assertThatThrownBy(() -> store.get(absent, target)).isInstanceOf(ObjectNotFoundException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void aStrangersObjectIsReadAndCopiedAsTheVersionThatWasSeen(@TempDir Path work) throws Exception {
        Path file = Files.writeString(work.resolve("film"), "the film");
        ObjectOrigin seen = store.drop("ingest", "japan/a b+ü #2.mp4", file);

        String sha256 = store.get(seen, 1000, work.resolve("copy"));
        Stored copy = store.copy(seen, "artifacts", "videos/x/source", sha256, "application/octet-stream");
        assertThat(copy.created()).isTrue();
        assertThat(store.ref("artifacts", "videos/x/source")).hasValue(copy.ref());
        assertThat(store.copy(seen, "artifacts", "videos/x/source", sha256, "application/octet-stream")
                        .created())
                .isFalse();

        ObjectOrigin replaced = store.drop("ingest", "japan/a b+ü #2.mp4", Files.writeString(file, "another film"));
        assertThat(replaced).isNotEqualTo(seen);
        assertThatThrownBy(() -> store.get(seen, 1000, work.resolve("late")))
                .isInstanceOf(ObjectChangedException.class);
        assertThatThrownBy(() -> store.copy(seen, "artifacts", "videos/y/source", sha256, "video/mp4"))
                .isInstanceOf(ObjectChangedException.class);
        assertThatThrownBy(() -> store.get(replaced, 5, work.resolve("too-large")))
                .isInstanceOf(StoreRefusedException.class);
        assertThat(work.resolve("late")).doesNotExist();
        synchronized (TOLD) {
            assertThat(TOLD).anySatisfy(told -> {
                assertThat(told.key()).isEqualTo("japan/a b+ü #2.mp4");
                assertThat(told.etag()).isEqualTo(replaced.etag());
            });
        }
    }

    @Test
    void listingSeesEverythingBelowAPrefixAndNothingElse() {
        for (int i = 0; i < 5; i++) {
            store.put("artifacts", "receipts/" + i + ".json", bytes("r"), "application/json");
        }
        List<StoredObject> seen = new ArrayList<>();
        store.list("artifacts", "receipts/", seen::add);
        assertThat(seen).extracting(StoredObject::key).hasSize(5).allMatch(key -> key.startsWith("receipts/"));
        store.delete("artifacts", "receipts/0.json");
        store.delete("artifacts", "receipts/0.json");
        assertThat(store.stat("artifacts", "receipts/0.json")).isEmpty();
    }

    @Test
    void aWrongSecretAndAMissingBucketAreRefusedAndAnAbsentServerIsBusy() throws Exception {
        try (var stranger = MinioArtifactStore.connect(config(server.endpoint(), "wrong"))) {
            assertThatThrownBy(() -> stranger.put("artifacts", "clips/a/x.json", bytes("x"), "application/json"))
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageNotContaining("wrong");
        }
        assertThatThrownBy(() -> store.put("nowhere", "clips/a/x.json", bytes("x"), "application/json"))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("bucket");
        URI nobody = URI.create("http://127.0.0.1:" + EmbeddedStore.freePort());
        try (var away = MinioArtifactStore.connect(config(nobody, SECRET))) {
            assertThatThrownBy(() -> away.put("artifacts", "clips/a/x.json", bytes("x"), "application/json"))
                    .isInstanceOf(StoreBusyException.class);
            assertThatThrownBy(() -> away.stat("artifacts", "clips/a/x.json")).isInstanceOf(StoreBusyException.class);
            assertThatThrownBy(() -> away.list("artifacts", "", object -> {})).isInstanceOf(StoreBusyException.class);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Path random(Path file, int size) throws Exception {
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        return Files.write(file, content);
    }

    private static StoreConfig config(URI endpoint, String secret) {
        return new StoreConfig() {
            @Override
            public URI endpoint() {
                return endpoint;
            }

            @Override
            public String accessKey() {
                return "tester";
            }

            @Override
            public String secretKey() {
                return secret;
            }

            @Override
            public String region() {
                return "us-east-1";
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(2);
            }

            @Override
            public Duration transferTimeout() {
                return Duration.ofSeconds(5);
            }

            @Override
            public String ingestBucket() {
                return "ingest";
            }

            @Override
            public String artifactsBucket() {
                return "artifacts";
            }
        };
    }
}
