package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemFilter;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.Outcome;
import org.postgresql.ds.PGSimpleDataSource;

/// Lists and items of recorded runs, in a real database.
class PostgresItemsTest {
    private static final int FILMS = 3;
    private static final PGSimpleDataSource SOURCE = LedgerServer.emptyDatabase();
    private static final PostgresItems ITEMS = new PostgresItems(new LedgerDatabase(SOURCE));

    @BeforeAll
    static void fill() {
        LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(new LedgerDatabase(SOURCE)));
        for (int film = 1; film <= FILMS; film++) {
            keeper.keep(RecordedRun.eventsOfFilm(film).stream()
                    .map(RecordedRun::told)
                    .toList());
        }
    }

    /// A filter, and rows of the ledger that it lets through.
    static List<Arguments> filters() {
        return List.of(
                arguments(ItemFilter.ALL, "true"),
                arguments(with("unknown", null, null), "video_id is not null"),
                arguments(with("japan", null, null), "false"),
                arguments(with("unknown", DataSubset.POSE_DRIVEN, null), "kind = 'span'"),
                arguments(with(null, DataSubset.IMAGE_TO_VIDEO, null), "stage = 'segment' and kind = 'clip'"),
                arguments(with("unknown", null, "no-character"), "code = 'no-character'"));
    }

    private static ItemFilter with(@Nullable String style, @Nullable DataSubset subset, @Nullable String code) {
        return new ItemFilter(null, style, subset, null, null, null, code, null);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void pagesShowEveryRowOnce(ItemFilter filter, String rows) {
        List<LedgerKey> shown = new ArrayList<>();
        @Nullable LedgerKey after = null;
        List<ItemEntry> page;
        do {
            page = ITEMS.list(filter, after, 7);
            page.forEach(entry -> shown.add(entry.key()));
            after = page.isEmpty() ? null : page.getLast().key();
        } while (page.size() == 7);

        assertThat(shown)
                .doesNotHaveDuplicates()
                .hasSize(LedgerServer.rows(SOURCE, "select 1 from ledger where " + rows)
                        .size());
        if (filter.style() == null) {
            assertThat(shown).extracting(LedgerKey::stage).isSorted();
        }
    }

    @Test
    void filtersAreAllMet() {
        String film = "%016x".formatted(2);
        ItemFilter filter = new ItemFilter(
                film, "unknown", null, "keypoint", ItemKind.STRETCH, Outcome.REJECTED, "no-character", null);

        List<ItemEntry> found = ITEMS.list(filter, null, 100);

        assertThat(found).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.videoId()).isEqualTo(film);
            assertThat(entry.key().stage()).isEqualTo("keypoint");
            assertThat(entry.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(entry.reason()).isNotNull();
            assertThat(entry.title()).isEqualTo("Demo");
        });
        assertThat(ITEMS.list(new ItemFilter("none", null, null, null, null, null, null, null), null, 100))
                .isEmpty();
    }

    @Test
    void aSpanLeadsUpToItsFilmAndItsClipDownToIt() {
        ItemFilter spans = new ItemFilter("%016x".formatted(1), null, null, null, ItemKind.SPAN, null, null, null);
        ItemEntry span = ITEMS.list(spans, null, 1).getFirst();

        ItemDetails details = ITEMS.find(span.key()).orElseThrow();

        assertThat(details.entry()).isEqualTo(span);
        assertThat(details.files()).containsKeys("clip", "keypoints", "overlay", "pose-video", "quality");
        assertThat(details.parameters()).containsKey("pose.shift");
        assertThat(details.madeFrom())
                .extracting(entry -> entry.key().kind())
                .containsExactly(ItemKind.FILM, ItemKind.CLIP);
        ItemDetails clip = ITEMS.find(details.madeFrom().getLast().key()).orElseThrow();
        assertThat(clip.files()).containsKeys("clip", "first-frame", "frames", "sound");
        assertThat(clip.made()).extracting(ItemEntry::key).contains(span.key());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(ITEMS.find(new LedgerKey("segment", ItemKind.CLIP, "none", "")))
                .isEmpty();
    }
}
