package org.magicanime.artifact;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;

/// The adapter against the store that one machine runs with.
class EmbeddedStoreTest {
    @TempDir
    static Path folder;

    private static EmbeddedStore embedded;
    private static StoreServer server;

    @BeforeAll
    static void start() throws Exception {
        embedded = EmbeddedStore.start(
                folder.resolve("store"), 0, "test-access", "test-secret-1234", BucketNotifications.NONE);
        server = new StoreServer(embedded.endpoint(), "test-access", "test-secret-1234");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        embedded.close();
    }

    @Nested
    class Contract extends StoreContract {
        @Override
        StoreServer server() {
            return server;
        }
    }

    @Nested
    class Listings extends ListingContract {
        @Override
        StoreServer server() {
            return server;
        }
    }

    @Nested
    class Faults extends FaultContract {
        @Override
        StoreServer server() {
            return server;
        }
    }
}
