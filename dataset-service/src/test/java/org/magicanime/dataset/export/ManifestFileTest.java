package org.magicanime.dataset.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.ManifestTable;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresLedger;
import org.magicanime.dataset.storage.PostgresManifest;
import org.magicanime.dataset.storage.parquet.DuckDbTableWriter;

/// The recorded run has 8 clips and 5 spans.
class ManifestFileTest {
    @TempDir
    Path folder;

    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());
    private final LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(database));
    private final List<PipelineEvent> run = RecordedRun.events();

    @Test
    void anEmptyLedgerHasAnEmptyManifest() throws IOException {
        assertThat(lines()).isEmpty();
    }

    @Test
    void everyItemOfEverySubsetIsARow() throws IOException {
        tell(run);

        List<JsonNode> rows = rows();

        assertThat(rows).filteredOn(row -> subset(row).equals("image-to-video")).hasSize(8);
        assertThat(rows).filteredOn(row -> subset(row).equals("pose-driven")).hasSize(5);
        assertThat(rows).filteredOn(row -> subset(row).equals("text-to-video")).hasSize(5);
        assertThat(rows).hasSize(18);
    }

    @Test
    void rowsAreSortedBySubsetAndItem() throws IOException {
        tell(run);
        tell(RecordedRun.eventsOfFilm(1));

        assertThat(rows()).hasSize(36);
        assertThat(rows())
                .isSortedAccordingTo(Comparator.comparing(ManifestFileTest::subset)
                        .thenComparing(row -> row.get("itemId").asText()));
    }

    @Test
    void aClipHasWhatIsKnownOfIt() throws IOException {
        tell(run);
        ClipCut clip = run.stream()
                .filter(ClipCut.class::isInstance)
                .map(ClipCut.class::cast)
                .min(Comparator.comparing(ClipCut::clipId))
                .orElseThrow();

        JsonNode row = rows().getFirst();

        assertThat(row.get("itemId").asText()).isEqualTo(clip.clipId());
        assertThat(row.get("title").asText()).isEqualTo("Demo");
        assertThat(row.get("style").asText()).isEqualTo("unknown");
        assertThat(row.has("source")).isFalse();
        assertThat(row.get("frames").asLong()).isEqualTo(clip.span().frames());
        assertThat(row.get("fps").asDouble()).isEqualTo(24);
        assertThat(row.get("width").asInt()).isEqualTo(640);
        assertThat(row.get("artifacts").get("clip").get("sha256").asText())
                .isEqualTo(clip.clip().sha256());
        JsonNode stage = row.get("stages").get(0);
        assertThat(stage.get("paramsHash").asText()).isEqualTo(clip.paramsHash());
        assertThat(stage.get("parameters").get("detector").asText()).isEqualTo("content-0.6.7");
        assertThat(row.get("measures").get(0).get("rule").asText()).isEqualTo("clip.shortest-seconds");
        assertThat(row.get("measures").get(0).get("value").asDouble())
                .isEqualTo(clip.span().frames() / 24.0);
    }

    @Test
    void aSpanNamesItsClipItsModelsAndItsFiles() throws IOException {
        tell(run);
        ClipPosed clip = run.stream()
                .filter(event ->
                        event instanceof ClipPosed each && !each.spans().isEmpty())
                .map(ClipPosed.class::cast)
                .min(Comparator.comparing(ClipPosed::clipId))
                .orElseThrow();
        PoseSpan span = clip.spans().getFirst();

        JsonNode row = rows().get(8);

        assertThat(row.get("itemId").asText()).isEqualTo(span.spanId());
        assertThat(row.get("clipId").asText()).isEqualTo(clip.clipId());
        assertThat(row.get("framing").asText()).isEqualTo(span.framing().toString());
        assertThat(row.get("artifacts").properties()).hasSize(7);
        assertThat(row.get("stages")).hasSize(2);
        assertThat(row.get("measures")).hasSize(span.measures().size()).isNotEmpty();
        assertThat(row.get("stages").get(1).get("parameters").properties())
                .anySatisfy(each -> assertThat(each.getValue().asText()).matches("[0-9a-f]{64}.*"));
    }

    @Test
    void parametersAreThereWhereNothingWasRejected() throws IOException {
        tell(run.stream().filter(event -> !(event instanceof ItemRejected)).toList());

        assertThat(rows())
                .hasSize(18)
                .allSatisfy(row -> assertThat(row.get("stages"))
                        .allSatisfy(stage ->
                                assertThat(stage.get("parameters").properties()).isNotEmpty()));
    }

    @Test
    void aTableHasTheSameRows() throws IOException {
        tell(run);
        Path table = folder.resolve("manifest.parquet");
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ManifestExport export = new ManifestExport(new PostgresManifest(database), new DuckDbTableWriter());

        try (OutputStream out = Files.newOutputStream(table)) {
            assertThat(export.write(ManifestFormat.PARQUET, out)).isEqualTo(18);
        }
        export.write(ManifestFormat.PARQUET, again);

        assertThat(ManifestTable.lines(table)).isEqualTo(lines());
        assertThat(table).hasBinaryContent(again.toByteArray());
    }

    @Test
    void whateverBecomesOfATableItsFolderIsGone() {
        tell(run);
        List<Path> seen = new ArrayList<>();
        ManifestExport export = new ManifestExport(new PostgresManifest(database), (lines, table) -> {
            seen.add(lines);
            assertThat(lines).exists();
            if (seen.size() == 1) {
                throw new IllegalStateException("for a test");
            }
            new DuckDbTableWriter().write(lines, table);
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> export.write(ManifestFormat.PARQUET, new ByteArrayOutputStream()));
        export.write(ManifestFormat.PARQUET, new ByteArrayOutputStream());

        assertThat(seen)
                .hasSize(2)
                .allSatisfy(lines -> assertThat(lines.getParent()).doesNotExist());
    }

    private static String subset(JsonNode row) {
        return row.get("subset").asText();
    }

    private void tell(List<PipelineEvent> events) {
        keeper.keep(new ArrayList<>(events.stream().map(RecordedRun::told).toList()));
    }

    private List<JsonNode> rows() throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines()) {
            rows.add(new ObjectMapper().readTree(line));
        }
        return rows;
    }

    private List<String> lines() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rows = ManifestFile.write(new PostgresManifest(database), out);
        List<String> lines = out.toString(UTF_8).lines().toList();
        assertThat(lines).hasSize((int) rows);
        return lines;
    }
}
