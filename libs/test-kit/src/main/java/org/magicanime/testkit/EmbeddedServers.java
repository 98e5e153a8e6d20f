package org.magicanime.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/// A real broker and a real store in a temporary folder, and the settings by which a service finds them.
public final class EmbeddedServers implements AutoCloseable {
    public static final String ACCESS_KEY = "test-access";
    public static final String SECRET_KEY = "test-secret-1234";

    /// Makes the topics that a service needs.
    public interface TopicMaker {
        void make(Admin admin) throws InterruptedException;
    }

    private final Path folder;
    private final EmbeddedBroker broker;
    private final EmbeddedStore store;

    private EmbeddedServers(Path folder, EmbeddedBroker broker, EmbeddedStore store) {
        this.folder = folder;
        this.broker = broker;
        this.store = store;
    }

    /// Starts both and returns when they answer.
    ///
    /// @param topics makes them
    /// @param buckets that are there from the beginning
    public static EmbeddedServers start(TopicMaker topics, List<String> buckets)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("test-servers");
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            topics.make(admin);
        }
        EmbeddedStore store =
                EmbeddedStore.start(folder.resolve("store"), 0, ACCESS_KEY, SECRET_KEY, BucketNotifications.NONE);
        for (String bucket : buckets) {
            Files.createDirectories(folder.resolve("store").resolve(bucket));
        }
        return new EmbeddedServers(folder, broker, store);
    }

    /// What a service reads: broker, store with credentials, the project's models, a folder to work in.
    public Map<String, String> settings() {
        return Map.of(
                "kafka.bootstrap.servers",
                bootstrapServers(),
                "store.endpoint",
                storeEndpoint().toString(),
                "store.access-key",
                ACCESS_KEY,
                "store.secret-key",
                SECRET_KEY,
                "inference.models-folder",
                ProjectFolder.models().toString(),
                "video.work-folder",
                folder.resolve("work").toString());
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public URI storeEndpoint() {
        return store.endpoint();
    }

    /// Removed with all that is in it when the servers are closed.
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws Exception {
        store.close();
        broker.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
