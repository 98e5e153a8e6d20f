package org.magicanime.dataset.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.domain.TableWriter;

/// Writes the manifest of what there is now in any format. Needs room on the disk for a table and its lines; the
/// number of rows does not matter for memory.
public final class ManifestExport {
    private final ManifestReader manifest;
    private final TableWriter tables;

    public ManifestExport(ManifestReader manifest, TableWriter tables) {
        this.manifest = manifest;
        this.tables = tables;
    }

    /// @param out is flushed and not closed; gets nothing of a table before all of it is made
    /// @return how many rows
    /// @throws UncheckedIOException if it cannot be written
    public long write(ManifestFormat format, OutputStream out) {
        return switch (format) {
            case JSONL -> ManifestFile.write(manifest, out);
            case PARQUET -> table(out);
        };
    }

    private long table(OutputStream out) {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path lines = scratch.file(ManifestFormat.JSONL.fileName());
            Path table = scratch.file(ManifestFormat.PARQUET.fileName());
            long rows = lines(manifest, lines);
            tables.write(lines, table);
            Files.copy(table, out);
            out.flush();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param file that does not exist yet
    /// @return how many rows
    static long lines(ManifestReader manifest, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return ManifestFile.write(manifest, out);
        }
    }
}
