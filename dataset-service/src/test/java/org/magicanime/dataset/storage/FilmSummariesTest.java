package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.Heard;
import org.magicanime.dataset.domain.Heard.GivenUp;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.postgresql.ds.PGSimpleDataSource;

/// Summaries say what the views say, whenever films are added up.
class FilmSummariesTest {
    private static final int FILMS = 12;

    private final PGSimpleDataSource source = LedgerServer.emptyDatabase();
    private final LedgerDatabase database = new LedgerDatabase(source);
    private final LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(database));
    private final FilmSummaries summaries = new FilmSummaries(database);
    private final List<Heard> heard = new ArrayList<>();

    @BeforeEach
    void shuffledFilms() {
        for (int film = 1; film <= FILMS; film++) {
            CroppedRun.of(RecordedRun.eventsOfFilm(film)).forEach(event -> heard.add(RecordedRun.told(event)));
            heard.add(
                    new GivenUp("video.ingested.v1.segment.dlq", 0, film, "segment", "%016x".formatted(film), "crash"));
        }
        Collections.shuffle(heard, new Random(5));
    }

    @Test
    void whileFilmsAreTold() {
        Random random = new Random(6);
        for (int next = 0; next < heard.size(); ) {
            int end = Math.min(heard.size(), next + 1 + random.nextInt(20));
            keeper.keep(heard.subList(next, end));
            next = end;
            summaries.refresh();

            assertSummariesAreTheViews();
        }
        assertThat(rows("film_summary where posed and cropped")).hasSize(FILMS);
        assertThat(rows("open_account")).isEmpty();
    }

    @Test
    void whenSeveralAddUpWhatOthersWrite() {
        List<CompletableFuture<Void>> work = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            List<Heard> own = new ArrayList<>();
            for (int i = writer; i < heard.size(); i += 3) {
                own.add(heard.get(i));
            }
            work.add(CompletableFuture.runAsync(() -> own.forEach(each -> keeper.keep(List.of(each)))));
        }
        for (int reader = 0; reader < 2; reader++) {
            work.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 40; i++) {
                    summaries.refresh();
                }
            }));
        }
        work.forEach(CompletableFuture::join);
        summaries.refresh();

        assertSummariesAreTheViews();
        assertThat(rows("film_summary where posed and cropped")).hasSize(FILMS);
    }

    @Test
    void whatAddedUpNothingNewHasNothingToDo() {
        keeper.keep(heard);

        assertThat(summaries.refresh()).isEqualTo(FILMS);
        assertThat(summaries.refresh()).isZero();
    }

    @Test
    void aMomentIsOneAtWhichEveryFilmIsAddedUp() {
        keeper.keep(heard);

        Accounting accounts = database.atOneMoment(() -> new PostgresAccounting(database, LastStage.KEYPOINT).read());

        assertThat(accounts.films().done()).isEqualTo(FILMS);
    }

    private void assertSummariesAreTheViews() {
        assertThat(rows("film_summary"))
                .containsExactlyInAnyOrderElementsOf(
                        select("select video_id, title, style, object, frames, segmented, posed, rejected, dead,"
                                + " cropped, extracted, captioned"
                                + " from film_progress"));
        assertThat(rows("open_account"))
                .containsExactlyInAnyOrderElementsOf(
                        select("select video_id, video_id, 'segment', params_hash, frames, kept, rejected"
                                + " from segment_account where not closes union all select video_id, clip_id, 'keypoint',"
                                + " params_hash, frames, kept, rejected from keypoint_account where not closes union all select"
                                + " video_id, clip_id, 'face-crop', params_hash, frames, kept, rejected from face_account"
                                + " where not closes union all select video_id, clip_id, 'audio', params_hash, frames,"
                                + " kept, rejected from speech_account where not closes"));
        assertThat(select("select stage, code, threshold, sum(items), sum(frames), min(least_measured) from film_funnel"
                        + " group by 1, 2, 3"))
                .containsExactlyInAnyOrderElementsOf(select(
                        "select stage, code, threshold, count(*), sum(frames), min(measured) from (select stage, code,"
                                + " threshold, frames, measured from ledger where outcome = 'rejected' union all"
                                + " select stage, null, null, frames, null from ledger where outcome = 'kept' and"
                                + " (stage = 'ingest' and kind = 'film' or stage = 'segment' and kind = 'clip')"
                                + " union all select stage, null, null, frames, null from standing_span union all"
                                + " select stage, null, null, frames, null from standing_face union all"
                                + " select stage, null, null, frames, null from standing_speech) i"
                                + " group by 1, 2, 3"));
        assertThat(select("select rule, passed, sum(items), sum(frames) from film_measured group by 1, 2"))
                .containsExactlyInAnyOrderElementsOf(
                        select("select rule, passed, count(*), sum(frames) from (select document ->> 'rule' as rule,"
                                + " false as passed, frames from ledger where outcome = 'rejected'"
                                + " union all select json_array_elements(document -> 'measures') ->> 'rule', true, frames"
                                + " from ledger where stage = 'segment' and kind = 'clip' and outcome = 'kept'"
                                + " union all select json_array_elements(document -> 'measures') ->> 'rule', true, frames"
                                + " from standing_span"
                                + " union all select json_array_elements(document -> 'measures') ->> 'rule', true, frames"
                                + " from standing_face"
                                + " union all select json_array_elements(document -> 'measures') ->> 'rule', true, frames"
                                + " from standing_speech) i group by 1, 2"));
        assertThat(rows("style_measured where items <> 0"))
                .containsExactlyInAnyOrderElementsOf(
                        select("select style, stage, rule, bound, threshold, slot, passed, sum(items), sum(frames)"
                                + " from film_measured group by 1, 2, 3, 4, 5, 6, 7"));
        assertThat(select("select kind, frames, fps, sum(items) from film_lengths group by 1, 2, 3"))
                .containsExactlyInAnyOrderElementsOf(select("select kind, frames, fps, count(*) from (select 'span' as"
                        + " kind, frames, fps from standing_span union all select 'motion', frames, fps from standing_span"
                        + " union all select 'face', frames, fps from standing_face"
                        + " union all select 'speech', frames, fps from standing_speech"
                        + " union all select kind, frames, fps from ledger"
                        + " where stage = 'segment' and kind = 'clip' and outcome = 'kept') i group by 1, 2, 3"));
    }

    private List<String> rows(String table) {
        return select("select * from " + table);
    }

    private List<String> select(String query) {
        return LedgerServer.rows(source, query);
    }
}
