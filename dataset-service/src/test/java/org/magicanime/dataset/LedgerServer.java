package org.magicanime.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.magicanime.testkit.EmbeddedDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/// A real PostgreSQL server, one for all tests of a process, with a database for each that asks.
public final class LedgerServer {
    public static final String PASSWORD = "test-secret-1234";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedDatabase SERVER = start();

    private LedgerServer() {}

    private static EmbeddedDatabase start() {
        try {
            EmbeddedDatabase server = EmbeddedDatabase.start(Path.of("target/database"), 0, PASSWORD);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void stop(EmbeddedDatabase server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// An empty database.
    public static PGSimpleDataSource emptyDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        run(source(SERVER.url()), "drop database if exists " + name + " with (force)", "create database " + name);
        return source(SERVER.url().replaceFirst("/postgres$", "/" + name));
    }

    private static PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(EmbeddedDatabase.USER);
        source.setPassword(PASSWORD);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    public static void run(PGSimpleDataSource source, String... statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// Rows as text.
    public static List<String> rows(PGSimpleDataSource source, String query) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select q::text from (" + query + ") q")) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
