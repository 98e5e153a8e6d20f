package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.CaptionKind;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.CaptionedRun;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.ExtractedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.Accounting.Films;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.ManifestRow;

/// The recorded film with a caption for each clip and span.
class CaptionsInTheLedgerTest {
    private static final String CORRECTED = "She waves with her left hand.";

    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());
    private final LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(database));
    private final List<PipelineEvent> run = CaptionedRun.of(ExtractedRun.of(CroppedRun.of(RecordedRun.events())));

    @Test
    void aFilmIsDoneWhenItsLastClipHasItsCaptions() {
        PipelineEvent last = run.getLast();
        tell(run.subList(0, run.size() - 1));
        assertThat(accounts().films()).isEqualTo(new Films(1, 0, 0, 0, 1));

        tell(List.of(last));

        assertThat(last).isInstanceOf(ClipCaptioned.class);
        assertThat(accounts().films()).isEqualTo(new Films(1, 1, 0, 0, 0));
        assertThat(accounts().closes()).isTrue();
    }

    @Test
    void everyRowOfAClipOrASpanHasItsOwnCaptionWhateverTheOrderOfEvents() {
        Random random = new Random(5);
        List<PipelineEvent> shuffled = new ArrayList<>(run);
        shuffled.addAll(run.subList(run.size() / 2, run.size()));
        Collections.shuffle(shuffled, random);
        tell(shuffled);

        List<ManifestRow> rows = manifest();

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.caption()).isEqualTo(made(row)));
        assertThat(rows).filteredOn(row -> row.caption() != null).allSatisfy(row -> {
            assertThat(row.artifacts()).containsKeys("caption", "facts");
            assertThat(row.stages().getLast().stage()).isEqualTo("caption");
            assertThat(row.stages().getLast().parameters()).isEqualTo(CaptionedRun.PARAMETERS);
        });
        assertThat(rows.stream().map(ManifestRow::subset).distinct().count()).isEqualTo(5);
    }

    private static @Nullable String made(ManifestRow row) {
        return switch (row.subset()) {
            case "image-to-video" -> CaptionedRun.text(row.itemId(), CaptionKind.GENERAL);
            case "pose-driven", "text-to-video" -> CaptionedRun.text(row.itemId(), CaptionKind.MOTION);
            default -> null;
        };
    }

    @Test
    void aPersonsCaptionGoesBeforeTheMadeOneUntilItIsTakenBack() {
        tell(run);
        PoseSpan span = spans().findFirst().orElseThrow();
        String made = CaptionedRun.text(span.spanId(), CaptionKind.MOTION);

        tell(List.of(decided(span, ReviewDecision.CAPTIONED, CORRECTED, 1_000)));
        assertThat(captions(span)).containsOnly(CORRECTED);
        assertThat(manifest())
                .filteredOn(row -> !row.itemId().equals(span.spanId()))
                .allSatisfy(row -> assertThat(row.caption()).isNotEqualTo(CORRECTED));

        tell(List.of(decided(span, ReviewDecision.UNCAPTIONED, null, 2_000)));
        assertThat(captions(span)).containsOnly(made);

        tell(List.of(decided(span, ReviewDecision.CAPTIONED, "Too late.", 1_500)));
        assertThat(captions(span)).containsOnly(made);
    }

    @Test
    void whatIsRejectedHasNoRowAndSoNoCaption() {
        tell(run);
        PoseSpan span = spans().findFirst().orElseThrow();

        tell(List.of(decided(span, ReviewDecision.REJECTED, null, 1_000)));

        assertThat(manifest())
                .filteredOn(row -> row.subset().equals("text-to-video"))
                .noneMatch(row -> row.itemId().equals(span.spanId()));
    }

    @Test
    void aCaptionHasAPageWithItsFilesAndLeadsToItsSpan() {
        tell(run);
        PoseSpan span = spans().findFirst().orElseThrow();
        LedgerKey key = new LedgerKey("caption", ItemKind.MOTION, span.spanId(), CaptionedRun.PARAMS_HASH);

        ItemDetails found = new PostgresItems(database).find(key).orElseThrow();

        assertThat(found.files()).containsOnlyKeys("caption", "facts");
        assertThat(found.madeFrom().getLast().key().kind()).isEqualTo(ItemKind.SPAN);
        assertThat(new PostgresCaptions(database).find(key).orElseThrow().text())
                .isEqualTo(CaptionedRun.text(span.spanId(), CaptionKind.MOTION));
        ItemEntry above = found.madeFrom().getLast();
        assertThat(new PostgresCaptions(database)
                        .find(above.key())
                        .orElseThrow()
                        .paramsHash())
                .isEqualTo(CaptionedRun.PARAMS_HASH);
    }

    private List<String> captions(PoseSpan span) {
        return manifest().stream()
                .filter(row -> row.itemId().equals(span.spanId()))
                .filter(row ->
                        row.subset().equals("pose-driven") || row.subset().equals("text-to-video"))
                .map(row -> String.valueOf(row.caption()))
                .toList();
    }

    private ReviewDecided decided(PoseSpan span, ReviewDecision decision, @Nullable String caption, long at) {
        ClipPosed clip = run.stream()
                .filter(ClipPosed.class::isInstance)
                .map(ClipPosed.class::cast)
                .findFirst()
                .orElseThrow();
        return new ReviewDecided(
                clip.videoId(),
                Subset.TEXT_TO_VIDEO,
                span.spanId(),
                clip.paramsHash(),
                decision,
                null,
                caption,
                List.of(),
                null,
                at);
    }

    private Stream<PoseSpan> spans() {
        return run.stream().filter(ClipPosed.class::isInstance).flatMap(event -> ((ClipPosed) event).spans().stream());
    }

    private List<ManifestRow> manifest() {
        List<ManifestRow> rows = new ArrayList<>();
        new PostgresManifest(database).read(rows::add);
        return rows;
    }

    private Accounting accounts() {
        return new PostgresAccounting(database, LastStage.CAPTION).read();
    }

    private void tell(List<PipelineEvent> events) {
        keeper.keep(new ArrayList<>(events.stream().map(RecordedRun::told).toList()));
    }
}
