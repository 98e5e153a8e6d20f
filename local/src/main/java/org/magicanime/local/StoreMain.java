package org.magicanime.local;

import java.nio.file.Path;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.KafkaNotifications;
import org.magicanime.testkit.ServerLog;

/// The store's process.
public final class StoreMain {
    private StoreMain() {}

    /// @param args folder, port, broker, bucket to tell of, topic to tell on; the credentials are in the environment
    public static void main(String[] args) throws Exception {
        ServerLog.toStderr();
        KafkaNotifications notifications = new KafkaNotifications(args[2], args[3], args[4]);
        EmbeddedStore store = EmbeddedStore.start(
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                System.getenv("STORE_ACCESS_KEY"),
                System.getenv("STORE_SECRET_KEY"),
                notifications);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(store, notifications), "stop-store"));
        ParentWatch.onEnd(() -> System.exit(0));
        System.out.println("store ready at " + store.endpoint());
        Thread.currentThread().join();
    }

    private static void stop(EmbeddedStore store, KafkaNotifications notifications) {
        try {
            store.close();
        } catch (Exception e) {
            System.err.println("the store did not end in order: " + e);
        }
        notifications.close();
    }
}
