package org.magicanime.dataset.export;

import java.util.Locale;

/// What a manifest is written as.
public enum ManifestFormat {
    /// A row a line.
    JSONL("application/x-ndjson"),
    /// A table with typed columns.
    PARQUET("application/vnd.apache.parquet");

    private final String mediaType;

    ManifestFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// Such as `manifest.jsonl`.
    public String fileName() {
        return "manifest." + this;
    }

    /// As files end.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
