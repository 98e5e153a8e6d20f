package org.magicanime.local;

import java.nio.file.Path;
import org.magicanime.testkit.EmbeddedDatabase;

/// The process that has the database's server as its child, and ends as it does.
public final class DatabaseMain {
    private DatabaseMain() {}

    /// @param args folder, port; the password is in the environment
    public static void main(String[] args) throws Exception {
        EmbeddedDatabase database =
                EmbeddedDatabase.start(Path.of(args[0]), Integer.parseInt(args[1]), System.getenv("DATABASE_PASSWORD"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "stop-database"));
        ParentWatch.onEnd(() -> System.exit(0));
        System.out.println("database ready at " + database.url());
        System.exit(database.join());
    }

    private static void stop(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (Exception e) {
            System.err.println("the database did not end in order: " + e);
        }
    }
}
