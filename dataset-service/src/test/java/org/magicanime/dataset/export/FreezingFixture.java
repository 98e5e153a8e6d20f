package org.magicanime.dataset.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.artifact.StoreBusyException;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.StoredRun;
import org.magicanime.dataset.domain.Heard;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresAccounting;
import org.magicanime.dataset.storage.PostgresLedger;
import org.magicanime.dataset.storage.PostgresManifest;
import org.magicanime.dataset.storage.PostgresStatistics;
import org.magicanime.dataset.storage.parquet.DuckDbTableWriter;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;

/// An empty ledger in a real database, and a real store.
final class FreezingFixture implements AutoCloseable {
    static final String BUCKET = "datasets";
    private static final String SECRET = "test-secret-1234";

    final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());
    final MinioArtifactStore store;
    final FrozenVersions versions;
    final Freezing freezing;
    private final LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(database));
    private final EmbeddedStore server;

    FreezingFixture(Path folder) throws Exception {
        server = EmbeddedStore.start(folder.resolve("store"), 0, "test", SECRET, BucketNotifications.NONE);
        store = MinioArtifactStore.connect(new KnownStore(server.endpoint(), "test", SECRET));
        versions = new FrozenVersions(store, BUCKET);
        freezing = freezing(store);
    }

    /// @param number names the film
    void tellFilm(int number) {
        keep(StoredRun.film(number, store));
    }

    /// All of a film but the last that is told of it.
    void tellFilmInFlight(int number) {
        List<Heard> film = StoredRun.film(number, store);
        keep(film.subList(0, film.size() - 1));
    }

    private void keep(List<Heard> heard) {
        keeper.keep(new ArrayList<>(heard));
    }

    /// What freezes until the store is away.
    ///
    /// @param puts that still succeed
    Freezing interruptedAfter(int puts) {
        AtomicInteger left = new AtomicInteger(puts);
        return freezing((ArtifactStore) Proxy.newProxyInstance(
                ArtifactStore.class.getClassLoader(), new Class<?>[] {ArtifactStore.class}, (proxy, called, args) -> {
                    if (called.getName().equals("put") && left.getAndDecrement() == 0) {
                        throw new StoreBusyException("for a test", null);
                    }
                    try {
                        return called.invoke(store, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Freezing freezing(ArtifactStore by) {
        return new Freezing(
                database,
                new PostgresAccounting(database, LastStage.KEYPOINT),
                new PostgresManifest(database),
                new PostgresStatistics(database),
                new DuckDbTableWriter(),
                new FrozenVersions(by, BUCKET));
    }

    /// Everything in the bucket of versions, with the time when it was written.
    List<String> objects() {
        List<String> all = new ArrayList<>();
        store.ensureBucket(BUCKET);
        store.list(BUCKET, "", object -> all.add(object.key() + " " + object.lastModified()));
        return all;
    }

    void alter(ArtifactRef ref) {
        store.delete(ref.bucket(), ref.key());
        store.put(ref.bucket(), ref.key(), new byte[(int) ref.size()], ref.mediaType());
    }

    /// The manifest of what there is now.
    List<String> manifest() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ManifestFile.write(new PostgresManifest(database), out);
        return out.toString(UTF_8).lines().toList();
    }

    @Override
    public void close() throws Exception {
        store.close();
        server.close();
    }
}
