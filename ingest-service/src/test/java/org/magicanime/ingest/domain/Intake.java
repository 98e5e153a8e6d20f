package org.magicanime.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.contracts.ObjectId;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.ingest.storage.StoredReceiptBook;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.HandMadeFilm;
import org.magicanime.video.FilmReader;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.sandbox.SandboxConfig;
import org.magicanime.video.sandbox.SandboxedFilmReader;

/// The stage's domain on a real store and the real, sandboxed film reader.
final class Intake implements AutoCloseable {
    static final String INGEST = "ingest";
    static final String ARTIFACTS = "artifacts";
    static final IntakeLimits USUAL = new IntakeLimits(10 << 20, ProbeLimits.DEFAULT);

    private static final AtomicInteger FILMS = new AtomicInteger();
    private static final String ACCESS_KEY = "test-access";
    private static final String SECRET_KEY = "test-secret-1234";

    final Path folder;
    final MinioArtifactStore store;
    final SandboxedFilmReader reader;
    final StoredReceiptBook receipts;
    final List<PipelineEvent> told = new ArrayList<>();
    private final EmbeddedStore server;
    private final io.minio.MinioClient stranger;
    private final WorkFolders workFolders;

    Intake(Path folder) throws Exception {
        this.folder = folder;
        server = EmbeddedStore.start(folder.resolve("store"), 0, ACCESS_KEY, SECRET_KEY, BucketNotifications.NONE);
        store = MinioArtifactStore.connect(new KnownStore(server.endpoint(), ACCESS_KEY, SECRET_KEY));
        stranger = io.minio.MinioClient.builder()
                .endpoint(server.endpoint().toString())
                .credentials(ACCESS_KEY, SECRET_KEY)
                .build();
        store.ensureBucket(INGEST);
        store.ensureBucket(ARTIFACTS);
        workFolders = WorkFolders.below(folder.resolve("work"));
        Path natives = Path.of(System.getProperty("user.home"), ".cache", "magicanime", "natives");
        reader = new SandboxedFilmReader(SandboxConfig.in(natives), workFolders);
        receipts = new StoredReceiptBook(store, ARTIFACTS);
    }

    FilmIntake with(ArtifactStore other, FilmReader otherReader, IntakeLimits limits) {
        return new FilmIntake(
                other, otherReader, new StoredReceiptBook(other, ARTIFACTS), limits, workFolders, ARTIFACTS);
    }

    FilmIntake usual() {
        return with(store, reader, USUAL);
    }

    /// A small film, unlike all others.
    static byte[] film(int frames) {
        return HandMadeFilm.ofGreys(64, 48, frames, FILMS.incrementAndGet()).bytes();
    }

    /// The receipt of what lies there now, as JSON.
    String receipt(ObjectHint hint) {
        String key = ArtifactKeys.receipt(ObjectId.of(object(hint).origin()));
        return new String(store.find(ARTIFACTS, key, 10_000).orElseThrow(), UTF_8);
    }

    /// Drops an object as anybody can.
    ObjectHint drop(String key, byte[] content) {
        return drop(key, content, Map.of());
    }

    ObjectHint drop(String key, byte[] content, Map<String, String> metadata) {
        try {
            stranger.putObject(io.minio.PutObjectArgs.builder()
                    .bucket(INGEST)
                    .object(key)
                    .data(content, content.length)
                    .userMetadata(new HashMap<>(metadata))
                    .build());
        } catch (Exception e) {
            throw new AssertionError("cannot drop " + key + ": " + e.getMessage(), e);
        }
        return new ObjectHint(INGEST, key);
    }

    /// Drops and takes an object.
    ///
    /// @return the rejection
    ItemRejected rejected(String key, byte[] content, IntakeLimits limits) {
        told.clear();
        with(store, reader, limits).take(drop(key, content), told::add);
        return (ItemRejected) only();
    }

    VideoIngested ingested(ObjectHint hint) {
        told.clear();
        usual().take(hint, told::add);
        return (VideoIngested) only();
    }

    PipelineEvent only() {
        if (told.size() != 1) {
            throw new AssertionError("one event was expected, but " + told + " was told");
        }
        return told.getFirst();
    }

    ArtifactStore.StoredObject object(ObjectHint hint) {
        return store.stat(hint.bucket(), hint.key()).orElseThrow();
    }

    List<String> keys(String bucket, String prefix) {
        List<String> keys = new ArrayList<>();
        store.list(bucket, prefix, object -> keys.add(object.key()));
        return keys;
    }

    /// Files of films that are left below the work folder, but the lock.
    List<Path> leftOver() {
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("in-use.lock"))
                    .toList();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws Exception {
        reader.close();
        workFolders.close();
        store.close();
        stranger.close();
        server.close();
    }
}
