package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.QueueItem;
import org.postgresql.ds.PGSimpleDataSource;

/// The beginning of a long queue takes no longer than that of a short one.
class QueueOfManyTest {
    private static final int FILMS = 60;
    private static final int MOST = 5;

    private final PGSimpleDataSource source = LedgerServer.emptyDatabase();
    private final LedgerDatabase database = new LedgerDatabase(source);

    @Test
    void onlyTheBeginningOfTheQueueIsRead() {
        LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(database));
        for (int film = 1; film <= FILMS; film++) {
            keeper.keep(CroppedRun.of(RecordedRun.eventsOfFilm(film)).stream()
                    .map(RecordedRun::told)
                    .toList());
        }
        LedgerServer.run(source, "analyze");
        long faces = number("select count(*) from ledger where kind = 'face'");
        assertThat(faces).isGreaterThanOrEqualTo(5 * FILMS);

        List<QueueItem> first =
                new PostgresReviews(database).queue(QueueFilter.ALL.of(DataSubset.FACE_REENACTMENT), 0, MOST);

        assertThat(first).hasSize(MOST).isSortedAccordingTo(QueueItem.IN_ORDER);
        // Connections are closed after use, and tell by then what they read.
        assertThat(number("select idx_tup_read from pg_stat_user_indexes where indexrelname = 'ledger_by_margin'"))
                .isBetween((long) MOST, faces / 4);
    }

    private long number(String query) {
        return Long.parseLong(LedgerServer.rows(source, query).getFirst().replaceAll("[()]", ""));
    }
}
