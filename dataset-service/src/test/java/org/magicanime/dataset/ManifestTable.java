package org.magicanime.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.stage.EventJson;

/// A manifest as a table, opened with DuckDB as a user would.
public final class ManifestTable {
    private ManifestTable() {}

    /// Each column's name and type.
    public static List<String> columns(Path table) {
        return ask("select column_name || ' ' || column_type from (describe from " + file(table) + ")");
    }

    /// The rows as lines of the manifest.
    public static List<String> lines(Path table) {
        return ask("select to_json(t) from " + file(table) + " t").stream()
                .map(json -> EventJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), ManifestRow.class))
                .map(row -> new String(EventJson.write(row), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    /// The first column of each row.
    public static List<String> ask(String query) {
        try (Connection duckdb = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static String file(Path table) {
        return "read_parquet('" + table.toString().replace("'", "''") + "')";
    }
}
