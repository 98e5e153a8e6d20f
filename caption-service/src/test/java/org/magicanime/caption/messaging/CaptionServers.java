package org.magicanime.caption.messaging;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.KnownStore;
import org.magicanime.stage.Topics;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedBroker;
import org.magicanime.testkit.EmbeddedStore;

/// A real broker and a real store.
public final class CaptionServers implements QuarkusTestResourceLifecycleManager {
    private static final String ACCESS_KEY = "test-access";
    private static final String SECRET_KEY = "test-secret-1234";

    private static @Nullable CaptionServers running;

    private @Nullable Path folder;
    private @Nullable EmbeddedBroker broker;
    private @Nullable EmbeddedStore store;

    static CaptionServers running() {
        return Objects.requireNonNull(running);
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("caption-servers");
            broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
                Topics.catalogue().ensure(admin, (short) 1);
            }
            store = EmbeddedStore.start(folder.resolve("store"), 0, ACCESS_KEY, SECRET_KEY, BucketNotifications.NONE);
            Files.createDirectories(folder.resolve("store/artifacts"));
            running = this;
            return Map.of(
                    "kafka.bootstrap.servers",
                    bootstrapServers(),
                    "store.endpoint",
                    store.endpoint().toString(),
                    "store.access-key",
                    ACCESS_KEY,
                    "store.secret-key",
                    SECRET_KEY,
                    "video.work-folder",
                    folder.resolve("work").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String bootstrapServers() {
        return Objects.requireNonNull(broker).bootstrapServers();
    }

    KnownStore store() {
        return new KnownStore(Objects.requireNonNull(store).endpoint(), ACCESS_KEY, SECRET_KEY);
    }

    Path folder() {
        return Objects.requireNonNull(folder);
    }

    @Override
    public void stop() {
        try {
            Objects.requireNonNull(store).close();
            Objects.requireNonNull(broker).close();
            try (Stream<Path> files = Files.walk(folder())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
