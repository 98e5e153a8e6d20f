package org.magicanime.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.magicanime.testkit.EmbeddedDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/// A real PostgreSQL server, one for all tests of a process, with a database for each that asks.
///
/// Tests of the whole service see this class by a loader of their own, so that what all share is kept where every
/// loader sees it: a second server on the same folder would end the first.
public final class LedgerServer {
    public static final String PASSWORD = "test-secret-1234";

    private static final String URL_OF_ALL = "magicanime.test.ledger-server";
    private static final String URL =
            (String) System.getProperties().computeIfAbsent(URL_OF_ALL, ignored -> start().url());

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
        String name = "test" + UUID.randomUUID().toString().replace("-", "");
        run(source(URL), "create database " + name);
        return source(URL.replaceFirst("/postgres$", "/" + name));
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
