package org.magicanime.ingest.messaging;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.magicanime.stage.Topics;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedBroker;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.KafkaNotifications;

/// A real broker, and a real store that tells it of new objects, or loses what it should tell.
public final class IngestServers implements QuarkusTestResourceLifecycleManager {
    static final String ACCESS_KEY = "test-access";
    static final String SECRET_KEY = "test-secret-1234";

    private static @Nullable IngestServers running;

    private final AtomicBoolean loses = new AtomicBoolean();
    private @Nullable Path folder;
    private @Nullable EmbeddedBroker broker;
    private @Nullable KafkaNotifications notifications;
    private @Nullable EmbeddedStore store;

    static IngestServers running() {
        return Objects.requireNonNull(running);
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("ingest-servers");
            broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
                Topics.catalogue().ensure(admin, (short) 1);
            }
            KafkaNotifications told = new KafkaNotifications(bootstrapServers(), "ingest", "", "object.created.v1");
            notifications = told;
            BucketNotifications lossy = object -> {
                if (!loses.get()) {
                    told.created(object);
                }
            };
            store = EmbeddedStore.start(folder.resolve("store"), 0, ACCESS_KEY, SECRET_KEY, lossy);
            Files.createDirectories(folder.resolve("store/ingest"));
            Files.createDirectories(folder.resolve("store/artifacts"));
            running = this;
            Map<String, String> config = new HashMap<>();
            config.put("kafka.bootstrap.servers", bootstrapServers());
            config.put("store.endpoint", store.endpoint().toString());
            config.put("store.access-key", ACCESS_KEY);
            config.put("store.secret-key", SECRET_KEY);
            config.put("video.work-folder", folder.resolve("work").toString());
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String bootstrapServers() {
        return Objects.requireNonNull(broker).bootstrapServers();
    }

    java.net.URI storeEndpoint() {
        return Objects.requireNonNull(store).endpoint();
    }

    /// Whether notifications are lost from now on.
    void loseNotifications(boolean lose) {
        loses.set(lose);
    }

    @Override
    public void stop() {
        try {
            Objects.requireNonNull(store).close();
            Objects.requireNonNull(notifications).close();
            Objects.requireNonNull(broker).close();
            try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
