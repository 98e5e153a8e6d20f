package org.magicanime.local;

import java.nio.file.Path;
import org.magicanime.testkit.EmbeddedBroker;
import org.magicanime.testkit.ServerLog;

/// The broker's process.
public final class BrokerMain {
    private BrokerMain() {}

    /// @param args folder, port
    public static void main(String[] args) throws Exception {
        ServerLog.toStderr();
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
        ParentWatch.onEnd(() -> System.exit(0));
        System.out.println("broker ready at " + broker.bootstrapServers());
        Thread.currentThread().join();
    }
}
