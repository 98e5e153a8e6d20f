package org.magicanime.dataset.messaging;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.stage.Topics;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedBroker;
import org.magicanime.testkit.EmbeddedDatabase;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.FreePorts;

/// A real broker, a real store, and a real database that can be killed.
public final class DatasetServers implements QuarkusTestResourceLifecycleManager {
    private static final String STORE_USER = "dataset-test";
    private static @Nullable DatasetServers running;

    private @Nullable Path folder;
    private @Nullable EmbeddedBroker broker;
    private @Nullable EmbeddedStore store;
    private @Nullable EmbeddedDatabase database;
    private int databasePort;

    public static DatasetServers running() {
        return Objects.requireNonNull(running);
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("dataset-servers");
            broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
                Topics.catalogue().ensure(admin, (short) 1);
            }
            databasePort = FreePorts.next();
            startDatabase();
            running = this;
            Map<String, String> config = new HashMap<>();
            config.put("kafka.bootstrap.servers", bootstrapServers());
            config.put("quarkus.datasource.jdbc.url", present(database).url());
            config.put("quarkus.datasource.username", EmbeddedDatabase.USER);
            config.put("quarkus.datasource.password", LedgerServer.PASSWORD);
            store = EmbeddedStore.start(
                    folder.resolve("store"), 0, STORE_USER, LedgerServer.PASSWORD, BucketNotifications.NONE);
            config.put("store.endpoint", store.endpoint().toString());
            config.put("store.access-key", STORE_USER);
            config.put("store.secret-key", LedgerServer.PASSWORD);
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public String bootstrapServers() {
        return present(broker).bootstrapServers();
    }

    /// kill -9.
    void killDatabase() throws InterruptedException {
        ProcessHandle.of(present(database).pid()).orElseThrow().destroyForcibly();
        present(database).join();
    }

    void startDatabase() throws InterruptedException {
        try {
            database = EmbeddedDatabase.start(present(folder).resolve("database"), databasePort, LedgerServer.PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            present(database).close();
            present(broker).close();
            present(store).close();
            try (Stream<Path> files = Files.walk(present(folder))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
