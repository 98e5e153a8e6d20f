package org.magicanime.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    private static final String PASSWORD = "test-secret-1234";

    @TempDir
    Path folder;

    @Test
    void onlyWhoKnowsThePasswordGetsIn() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0, PASSWORD)) {
            assertThat(number(database, PASSWORD, "select 41 + 1")).isEqualTo(42);
            assertThatThrownBy(() -> number(database, "another", "select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void dataSurviveAnEndAndAKill() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0, PASSWORD)) {
            run(database, "create table films (frames bigint)");
        }
        EmbeddedDatabase killed = EmbeddedDatabase.start(folder, 0, PASSWORD);
        run(killed, "insert into films values (672)");
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        killed.join();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0, PASSWORD)) {
            assertThat(number(database, PASSWORD, "select sum(frames) from films"))
                    .isEqualTo(672);
        }
    }

    @Test
    void aServerThatWasLeftOverIsEnded() throws Exception {
        EmbeddedDatabase leftOver = EmbeddedDatabase.start(folder, 0, PASSWORD);
        run(leftOver, "create table films (frames bigint)");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0, PASSWORD)) {
            assertThat(number(database, PASSWORD, "select count(*) from films")).isZero();
            assertThat(ProcessHandle.of(leftOver.pid())).isEmpty();
        }
    }

    private static void run(EmbeddedDatabase database, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, PASSWORD);
                Statement runs = connection.createStatement()) {
            runs.execute(statement);
        }
    }

    private static long number(EmbeddedDatabase database, String password, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, password);
                Statement asks = connection.createStatement();
                ResultSet row = asks.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
