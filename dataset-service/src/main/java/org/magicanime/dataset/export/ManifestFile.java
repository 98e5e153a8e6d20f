package org.magicanime.dataset.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.stage.EventJson;

/// The manifest as JSON lines: one row a line, fields in the order of their record, maps sorted by key, numbers in
/// Java's shortest form. The same rows give the same bytes.
public final class ManifestFile {
    private ManifestFile() {}

    /// @param out is flushed and not closed
    /// @return how many rows
    /// @throws UncheckedIOException if it cannot be written
    public static long write(ManifestReader manifest, OutputStream out) {
        long[] rows = {0};
        try {
            manifest.read(row -> {
                try {
                    out.write(EventJson.write(row));
                    out.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                rows[0]++;
            });
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows[0];
    }
}
