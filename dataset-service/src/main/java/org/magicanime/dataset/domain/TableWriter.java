package org.magicanime.dataset.domain;

import java.nio.file.Path;

/// Makes a table, which other programs read column by column, of a manifest.
public interface TableWriter {
    /// Equal lines give an equal table, with the same rows in the same order.
    ///
    /// @param lines a manifest as JSON lines; may be empty
    /// @param table where it is written to. Meanwhile its folder also holds what does not fit into memory.
    /// @throws IllegalArgumentException if a line is no row of a manifest
    /// @throws IllegalStateException if it cannot be written, as when the disk is full
    void write(Path lines, Path table);
}
