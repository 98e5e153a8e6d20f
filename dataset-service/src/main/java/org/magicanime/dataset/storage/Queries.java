package org.magicanime.dataset.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks for rows.
final class Queries {
    /// Rows that are fetched at once, so that many need no memory.
    private static final int PORTION = 500;

    private Queries() {}

    /// Makes something of a row.
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> all(Connection connection, String query, Reading<T> reading) throws SQLException {
        return all(connection, query, List.of(), reading);
    }

    /// @param values of the query's parameters
    static <T> List<T> all(Connection connection, String query, List<?> values, Reading<T> reading)
            throws SQLException {
        List<T> all = new ArrayList<>();
        each(connection, query, values, row -> all.add(reading.of(row)));
        return all;
    }

    /// @param reading its result is not used
    static void each(Connection connection, String query, Reading<?> reading) throws SQLException {
        each(connection, query, List.of(), reading);
    }

    /// @param values of the query's parameters
    /// @param reading its result is not used
    static void each(Connection connection, String query, List<?> values, Reading<?> reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.setFetchSize(PORTION);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reading.of(rows);
                }
            }
        }
    }

    /// For the rest of the transaction: few rows of many are wanted, and every plan but looking them up by their index
    /// reads the whole ledger.
    static void onlyLookUp(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local enable_hashjoin = off");
            statement.execute("set local enable_mergejoin = off");
            statement.execute("set local enable_seqscan = off");
        }
    }

    static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
