package org.magicanime.local;

import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.artifact.StoreConfig;

/// Broker and store of a state folder: those of the launcher that has it, or, if none has it, ones that run for as
/// long as this is open.
final class Servers implements AutoCloseable {
    private final String kafka;
    private final StoreConfig storeConfig;
    private final @Nullable StateFolder state;
    private final @Nullable LocalSystem system;

    private Servers(String kafka, StoreConfig storeConfig, @Nullable StateFolder state, @Nullable LocalSystem system) {
        this.kafka = kafka;
        this.storeConfig = storeConfig;
        this.state = state;
        this.system = system;
    }

    /// @throws IllegalStateException if there is no such state folder
    static Servers of(CommonOptions options) throws InterruptedException {
        if (!Files.isDirectory(options.state)) {
            throw new IllegalStateException("there is no state folder " + options.state + "; nothing was run yet");
        }
        Optional<StateFolder> ours = StateFolder.tryTake(options.state);
        if (ours.isEmpty()) {
            Endpoints running = Endpoints.read(options.state.resolve(Endpoints.FILE));
            Properties credentials = StateFolder.credentials(options.state);
            return new Servers(
                    running.kafka(),
                    options.store == null
                            ? LocalSystem.ownStore(running.store(), credentials)
                            : LocalSystem.foreignStore(options.store),
                    null,
                    null);
        }
        try {
            LocalSystem system = LocalSystem.start(ours.get(), options, false, System.err::println);
            return new Servers(system.kafka(), system.storeConfig(), ours.get(), system);
        } catch (RuntimeException | InterruptedException e) {
            ours.get().close();
            throw e;
        }
    }

    String kafka() {
        return kafka;
    }

    MinioArtifactStore store() {
        return MinioArtifactStore.connect(storeConfig);
    }

    @Override
    public void close() {
        if (system != null) {
            system.close();
        }
        if (state != null) {
            state.close();
        }
    }
}
