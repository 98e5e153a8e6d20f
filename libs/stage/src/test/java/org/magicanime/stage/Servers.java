package org.magicanime.stage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedBroker;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.FaultProxy;
import org.magicanime.testkit.FreePorts;

/// A real broker and a real store, each reachable directly and through a proxy that fails when told to. All topics are
/// there.
public final class Servers implements QuarkusTestResourceLifecycleManager, AutoCloseable {
    static final String ACCESS_KEY = "test-access";
    static final String SECRET_KEY = "test-secret-1234";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static @Nullable Servers running;

    private @Nullable Path folder;
    private @Nullable EmbeddedBroker broker;
    private @Nullable EmbeddedStore store;
    private @Nullable FaultProxy brokerWay;
    private @Nullable FaultProxy storeWay;

    /// The servers of the application that is tested.
    static Servers running() {
        return present(running);
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("stage-servers");
            int proxied = FreePorts.next();
            brokerWay = FaultProxy.before(proxied);
            broker = EmbeddedBroker.startBehind(folder.resolve("broker"), proxied, brokerWay);
            store = EmbeddedStore.start(folder.resolve("store"), 0, ACCESS_KEY, SECRET_KEY, BucketNotifications.NONE);
            storeWay = FaultProxy.before(store.endpoint());
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
                    MinioArtifactStore direct = MinioArtifactStore.connect(way(storeEndpoint()))) {
                Topics.catalogue().ensure(admin, (short) 1);
                direct.ensureBucket("artifacts");
            }
            running = this;
            Map<String, String> config = new HashMap<>();
            config.put("kafka.bootstrap.servers", "127.0.0.1:" + brokerWay.port());
            config.put("store.endpoint", storeWay.endpoint().toString());
            config.put("store.access-key", ACCESS_KEY);
            config.put("store.secret-key", SECRET_KEY);
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The direct way.
    String bootstrapServers() {
        return present(broker).bootstrapServers();
    }

    /// The direct way.
    URI storeEndpoint() {
        return present(store).endpoint();
    }

    FaultProxy brokerWay() {
        return present(brokerWay);
    }

    FaultProxy storeWay() {
        return present(storeWay);
    }

    @Override
    public void stop() {
        try {
            present(broker).close();
            present(store).close();
            present(brokerWay).close();
            present(storeWay).close();
            try (Stream<Path> files = Files.walk(present(folder))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the servers were not started");
        }
        return value;
    }

    /// A way to the store, on which nobody waits long.
    static KnownStore way(URI endpoint) {
        return new KnownStore(endpoint, ACCESS_KEY, SECRET_KEY).within(PATIENCE);
    }
}
