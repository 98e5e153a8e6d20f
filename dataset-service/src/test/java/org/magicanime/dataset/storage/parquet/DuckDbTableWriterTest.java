package org.magicanime.dataset.storage.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.Rational;
import org.magicanime.dataset.ManifestTable;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.ManifestRow.StageRun;
import org.magicanime.stage.EventJson;

class DuckDbTableWriterTest {
    private static final String EVIL = "<script>'; drop table x; --\\ \"\n\u2028\u202e ж 漫画 🎬 {evil}";
    private static final String SHA256 = "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    @Test
    void rowsComeBackAsTheyWere() throws IOException {
        List<String> lines = Stream.of(
                        row("a", EVIL, 23.976023976023978), row("b", "", null), row("c", "2020-01-01", 1e-7))
                .map(row -> new String(EventJson.write(row), java.nio.charset.StandardCharsets.UTF_8))
                .toList();

        assertThat(ManifestTable.lines(table("table", lines))).isEqualTo(lines);
    }

    @Test
    void columnsHaveTypesAndNoneIsForgotten() throws IOException {
        List<String> columns = ManifestTable.columns(table("table", List.of()));

        assertThat(columns)
                .extracting(column -> column.split(" ", 2)[0])
                .isEqualTo(Stream.of(ManifestRow.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(columns)
                .contains(
                        "title VARCHAR",
                        "span STRUCT(\"first\" BIGINT, \"end\" BIGINT)",
                        "frames BIGINT",
                        "fps DOUBLE",
                        "width INTEGER",
                        "measures STRUCT(\"rule\" VARCHAR, \"value\" DOUBLE, threshold DOUBLE, bound VARCHAR)[]",
                        "artifacts MAP(VARCHAR, STRUCT(bucket VARCHAR, \"key\" VARCHAR, sha256 VARCHAR, size BIGINT,"
                                + " mediaType VARCHAR))",
                        "stages STRUCT(stage VARCHAR, paramsHash VARCHAR, parameters MAP(VARCHAR, VARCHAR))[]");
    }

    @Test
    void noRowsGiveATableWithoutRows() throws IOException {
        assertThat(ManifestTable.lines(table("table", List.of()))).isEmpty();
    }

    @Test
    void manyRowsKeepTheirOrderAndGiveTheSameBytes() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            lines.add(new String(
                    EventJson.write(row("item " + i * 7919L % 40_000, "title", i / 7.0)),
                    java.nio.charset.StandardCharsets.UTF_8));
        }

        Path table = table("one", lines);

        assertThat(ManifestTable.lines(table)).isEqualTo(lines);
        assertThat(table).hasSameBinaryContentAs(table("other", lines));
        assertThat(ManifestTable.ask("select count(distinct row_group_id) from parquet_metadata('" + table + "')"))
                .containsExactly("3");
    }

    @Test
    void nothingElseIsLeftBehind() throws IOException {
        Path table = table("it's", List.of());

        try (Stream<Path> files = Files.list(table.getParent())) {
            assertThat(files).containsExactlyInAnyOrder(table, table.resolveSibling("lines.jsonl"));
        }
        assertThat(Files.readString(Path.of("/proc/self/maps")).lines())
                .filteredOn(line -> line.contains("libduckdb_java"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("(deleted)"));
    }

    @Test
    void whatIsNoManifestAndWhatCannotBeWrittenIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table("table", List.of("{\"frames\":\"many\"}")))
                .withMessageContaining("many");
        assertThatIllegalArgumentException().isThrownBy(() -> table("other", List.of("{\"subset\":")));
        assertThatIllegalStateException()
                .isThrownBy(() -> new DuckDbTableWriter().write(folder.resolve("none"), folder.resolve("t.parquet")))
                .withMessageContaining("t.parquet");
    }

    private Path table(String name, List<String> lines) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Path file = own.resolve("lines.jsonl");
        Files.writeString(
                file, String.join("", lines.stream().map(line -> line + "\n").toList()));
        Path table = own.resolve("manifest.parquet");
        new DuckDbTableWriter().write(file, table);
        return table;
    }

    private static ManifestRow row(String item, String title, @org.jspecify.annotations.Nullable Double fps) {
        return new ManifestRow(
                "pose-driven",
                item,
                "film",
                "clip",
                "japan",
                title,
                fps == null ? null : "https://example.org/" + EVIL,
                null,
                new FrameSpan(0, Long.MAX_VALUE),
                Long.MAX_VALUE,
                fps,
                new Rational(24_000, 1_001),
                640,
                Integer.MAX_VALUE,
                fps == null ? null : "full-body",
                fps == null ? null : "span-c0",
                fps == null ? null : 0.75,
                fps == null ? null : "She waves. " + EVIL,
                fps == null ? null : "hard",
                fps == null ? null : "excluded",
                fps == null ? List.of() : List.of(new Measure("pose.shift", fps, 0.03, Bound.AT_MOST)),
                Map.of(
                        "clip",
                        new ArtifactRef("artifacts", "clips/a/clip.mp4", SHA256, 5_000_000_000L, "video/mp4"),
                        "annotation",
                        new ArtifactRef("artifacts", "clips/a/keypoints.json", SHA256, 0, "application/json")),
                List.of(
                        new StageRun("segment", "0123456789abcdef", Map.of("z", EVIL, "a", "1.0")),
                        new StageRun("keypoint", "0123456789abcdef", fps == null ? Map.of() : null)));
    }
}
