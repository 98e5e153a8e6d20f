package org.magicanime.local;

import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.local.LocalSystem.Extent;
import org.magicanime.local.dataset.LedgerAccess;

/// Broker, store and ledger of a state folder: those of the launcher that has it, or, if none has it, ones that
/// run for as long as this is open.
final class Servers implements AutoCloseable {
    private final String kafka;
    private final StoreConfig storeConfig;
    private final LedgerAccess ledger;
    private final @Nullable StateFolder state;
    private final @Nullable LocalSystem system;

    private Servers(
            String kafka,
            StoreConfig storeConfig,
            LedgerAccess ledger,
            @Nullable StateFolder state,
            @Nullable LocalSystem system) {
        this.kafka = kafka;
        this.storeConfig = storeConfig;
        this.ledger = ledger;
        this.state = state;
        this.system = system;
    }

    /// @throws IllegalStateException if there is no such state folder
    static Servers of(CommonOptions options) throws InterruptedException {
        return of(options, Extent.TOPICS_AND_OBJECTS);
    }

    /// Likewise with the ledger's database.
    static Servers withLedger(CommonOptions options) throws InterruptedException {
        return of(options, Extent.AND_LEDGER);
    }

    /// Likewise with all services: those of the launcher that has the state folder are the ones with which it was
    /// started.
    static Servers withServices(CommonOptions options) throws InterruptedException {
        return of(options, Extent.AND_SERVICES);
    }

    private static Servers of(CommonOptions options, Extent extent) throws InterruptedException {
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
                            ? ServerAccess.ownStore(running.store(), credentials)
                            : ServerAccess.foreignStore(options.store),
                    options.database == null
                            ? ServerAccess.ownLedger(running.database(), credentials)
                            : ServerAccess.foreignLedger(options.database),
                    null,
                    null);
        }
        try {
            LocalSystem system = LocalSystem.start(ours.get(), options, extent, System.err::println);
            return new Servers(system.kafka(), system.storeConfig(), system.ledger(), ours.get(), system);
        } catch (RuntimeException | InterruptedException e) {
            ours.get().close();
            throw e;
        }
    }

    String kafka() {
        return kafka;
    }

    LedgerAccess ledger() {
        return ledger;
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
