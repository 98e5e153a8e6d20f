package org.magicanime.dataset.storage.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.magicanime.dataset.domain.TableWriter;

/// Parquet, compressed with Zstandard, by DuckDB. The lines stream through it: it holds one group of rows at a time.
///
/// Its database is in memory and ends with the call. It reads and writes in the two files' folders only, loads no
/// extensions (JSON and Parquet are built in) and asks no other machine.
public final class DuckDbTableWriter implements TableWriter {
    /// Of about 2.4 KB each. Groups are what a reader skips or takes, and what is in memory while they are written.
    private static final int ROWS_OF_A_GROUP = 16_384;

    private static final String MEMORY = "512MB";

    /// One at a time, so that many who ask need no more memory than one.
    @Override
    public synchronized void write(Path lines, Path table) {
        Path folder = folder(table);
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings(folder));
                Statement statement = connection.createStatement()) {
            UnpackedLibrary.remove();
            confine(statement, folder(lines), folder);
            statement.executeUpdate("copy (select * from read_json(" + text(lines.toAbsolutePath())
                    + ", format = 'newline_delimited', compression = 'uncompressed', columns = "
                    + ManifestColumns.declared() + ")) to " + text(table.toAbsolutePath())
                    + " (format parquet, compression zstd, row_group_size " + ROWS_OF_A_GROUP + ")");
        } catch (SQLException e) {
            throw translated(e, table);
        }
    }

    private static Properties settings(Path folder) {
        Properties settings = new Properties();
        // More threads would give other groups of rows from one time to the next.
        settings.setProperty("threads", "1");
        settings.setProperty("preserve_insertion_order", "true");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("temp_directory", folder.resolve("spilled").toString());
        settings.setProperty("extension_directory", folder.resolve("extensions").toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }

    private static void confine(Statement statement, Path... folders) throws SQLException {
        StringBuilder allowed = new StringBuilder();
        for (Path folder : folders) {
            allowed.append(allowed.isEmpty() ? "" : ", ").append(text(folder));
        }
        statement.execute("set allowed_directories = [" + allowed + "]");
        statement.execute("set enable_external_access = false");
        statement.execute("set lock_configuration = true");
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    }

    private static String text(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private static RuntimeException translated(SQLException e, Path table) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("Invalid Input Error")
                ? new IllegalArgumentException("a line is no row of a manifest: " + message, e)
                : new IllegalStateException(table.getFileName() + " cannot be written: " + message, e);
    }
}
