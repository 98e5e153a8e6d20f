package org.magicanime.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.KafkaNotifications;
import org.magicanime.testkit.ServerLog;

/// The store's process.
public final class StoreMain {
    private StoreMain() {}

    /// @param args folder, port, broker, then a bucket to tell of, the end of the keys that are told (may be empty) and
    ///     the topic to tell on, as often as wanted; the credentials are in the environment
    public static void main(String[] args) throws Exception {
        ServerLog.toStderr();
        List<KafkaNotifications> notifications = new ArrayList<>();
        for (int i = 3; i < args.length; i += 3) {
            notifications.add(new KafkaNotifications(args[2], args[i], args[i + 1], args[i + 2]));
        }
        EmbeddedStore store = EmbeddedStore.start(
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                System.getenv("STORE_ACCESS_KEY"),
                System.getenv("STORE_SECRET_KEY"),
                BucketNotifications.all(notifications));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(store, notifications), "stop-store"));
        ParentWatch.onEnd(() -> System.exit(0));
        System.out.println("store ready at " + store.endpoint());
        Thread.currentThread().join();
    }

    private static void stop(EmbeddedStore store, List<KafkaNotifications> notifications) {
        try {
            store.close();
        } catch (Exception e) {
            System.err.println("the store did not end in order: " + e);
        }
        notifications.forEach(KafkaNotifications::close);
    }
}
