package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.QueueItem;

/// What people said of an item beside whether it is kept is in the manifest, and no vote.
class GradesInTheLedgerTest {
    private final List<PipelineEvent> run = CroppedRun.of(RecordedRun.events());
    private final ClipPosed posed = run.stream()
            .filter(ClipPosed.class::isInstance)
            .map(ClipPosed.class::cast)
            .filter(each -> !each.spans().isEmpty())
            .findFirst()
            .orElseThrow();
    private final String span = posed.spans().getFirst().spanId();
    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());

    @BeforeEach
    void begin() {
        tell(database, run);
    }

    @Test
    void theManifestSaysItOfThatItemOnlyUntilItIsTakenBack() {
        List<ManifestRow> before = manifest(database);

        tell(
                database,
                List.of(said(ReviewDecision.GRADED, Difficulty.HARD, 1), said(ReviewDecision.EXCLUDED, null, 2)));

        assertThat(manifest(database))
                .filteredOn(row -> row.difficulty() != null || row.benchmark() != null)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.subset()).isEqualTo("pose-driven");
                    assertThat(row.itemId()).isEqualTo(span);
                    assertThat(row.difficulty()).isEqualTo("hard");
                    assertThat(row.benchmark()).isEqualTo("excluded");
                });
        assertThat(queued()).extracting(QueueItem::difficulty).isEqualTo("hard");

        tell(database, List.of(said(ReviewDecision.UNGRADED, null, 3), said(ReviewDecision.ELIGIBLE, null, 4)));

        assertThat(manifest(database)).isEqualTo(before);
        assertThat(queued()).extracting(QueueItem::difficulty).isNull();
    }

    @Test
    void theOneIsSaidApartFromTheOther() {
        tell(
                database,
                List.of(said(ReviewDecision.PREFERRED, null, 2), said(ReviewDecision.GRADED, Difficulty.EASY, 1)));
        tell(database, List.of(said(ReviewDecision.UNGRADED, null, 3)));

        assertThat(manifest(database))
                .filteredOn(row -> row.benchmark() != null)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.benchmark()).isEqualTo("preferred");
                    assertThat(row.difficulty()).isNull();
                });
    }

    @Test
    void anyOrderAndRepetitionOfTheEventsLeavesTheSame() {
        List<PipelineEvent> events = List.of(
                said(ReviewDecision.GRADED, Difficulty.EASY, 5),
                said(ReviewDecision.GRADED, Difficulty.HARD, 5),
                said(ReviewDecision.GRADED, Difficulty.MEDIUM, 5),
                said(ReviewDecision.UNGRADED, null, 5),
                said(ReviewDecision.UNGRADED, null, 4),
                said(ReviewDecision.EXCLUDED, null, 7),
                said(ReviewDecision.PREFERRED, null, 7),
                said(ReviewDecision.ELIGIBLE, null, 6));
        tell(database, events);
        List<ManifestRow> expected = manifest(database);
        assertThat(expected)
                .filteredOn(row -> row.benchmark() != null)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.benchmark()).isEqualTo("excluded");
                    assertThat(row.difficulty()).isEqualTo("hard");
                });
        Random random = new Random(3);
        for (int i = 0; i < 4; i++) {
            LedgerDatabase other = new LedgerDatabase(LedgerServer.emptyDatabase());
            List<PipelineEvent> five = new ArrayList<>(run);
            for (int times = 0; times < 5; times++) {
                five.addAll(events);
            }
            Collections.shuffle(five, random);
            for (int from = 0; from < five.size(); from += 7) {
                tell(other, five.subList(from, Math.min(five.size(), from + 7)));
            }

            assertThat(manifest(other)).isEqualTo(expected);
        }
    }

    private QueueItem queued() {
        return new PostgresReviews(database)
                .queue(QueueFilter.ALL.of(DataSubset.POSE_DRIVEN), 0, 100).stream()
                        .filter(each -> each.entry().key().itemId().equals(span))
                        .findFirst()
                        .orElseThrow();
    }

    private ReviewDecided said(ReviewDecision decision, @Nullable Difficulty difficulty, long at) {
        return new ReviewDecided(
                posed.videoId(),
                Subset.POSE_DRIVEN,
                span,
                posed.paramsHash(),
                decision,
                null,
                null,
                List.of(),
                "mika",
                at,
                null,
                null,
                null,
                difficulty);
    }

    private static void tell(LedgerDatabase database, List<? extends PipelineEvent> events) {
        new LedgerKeeper(new PostgresLedger(database))
                .keep(events.stream().map(RecordedRun::told).toList());
    }

    private static List<ManifestRow> manifest(LedgerDatabase database) {
        List<ManifestRow> rows = new ArrayList<>();
        new PostgresManifest(database).read(rows::add);
        return rows;
    }
}
