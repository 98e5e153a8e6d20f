package org.magicanime.dataset.domain;

import java.util.function.Consumer;

/// Reads the manifest. May throw what is {@link org.magicanime.contracts.Busy}.
public interface ManifestReader {
    /// Gives the rows of all subsets at one moment, sorted by subset, item and parameters.
    void read(Consumer<ManifestRow> row);
}
