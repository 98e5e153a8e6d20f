package org.magicanime.dataset.storage.parquet;

import java.util.List;
import java.util.stream.Collectors;

/// The columns of the manifest: the components of {@link org.magicanime.dataset.domain.ManifestRow} in their order, in
/// DuckDB's types. A test compares the two.
final class ManifestColumns {
    private static final String ARTIFACT =
            "STRUCT(\"bucket\" VARCHAR, \"key\" VARCHAR, sha256 VARCHAR, size BIGINT, mediaType VARCHAR)";

    private static final List<Column> ALL = List.of(
            new Column("subset", "VARCHAR"),
            new Column("itemId", "VARCHAR"),
            new Column("videoId", "VARCHAR"),
            new Column("clipId", "VARCHAR"),
            new Column("style", "VARCHAR"),
            new Column("title", "VARCHAR"),
            new Column("source", "VARCHAR"),
            new Column("licence", "VARCHAR"),
            new Column("span", "STRUCT(\"first\" BIGINT, \"end\" BIGINT)"),
            new Column("frames", "BIGINT"),
            new Column("fps", "DOUBLE"),
            new Column("frameRate", "STRUCT(numerator BIGINT, denominator BIGINT)"),
            new Column("width", "INTEGER"),
            new Column("height", "INTEGER"),
            new Column("framing", "VARCHAR"),
            new Column("characterId", "VARCHAR"),
            new Column("characterConfidence", "DOUBLE"),
            new Column("caption", "VARCHAR"),
            new Column("difficulty", "VARCHAR"),
            new Column("benchmark", "VARCHAR"),
            new Column("measures", "STRUCT(\"rule\" VARCHAR, \"value\" DOUBLE, threshold DOUBLE, bound VARCHAR)[]"),
            new Column("artifacts", "MAP(VARCHAR, " + ARTIFACT + ")"),
            new Column("stages", "STRUCT(stage VARCHAR, paramsHash VARCHAR, parameters MAP(VARCHAR, VARCHAR))[]"));

    private ManifestColumns() {}

    private record Column(String name, String type) {}

    /// As `read_json` takes them.
    static String declared() {
        return ALL.stream()
                .map(column -> column.name() + ": '" + column.type() + "'")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
