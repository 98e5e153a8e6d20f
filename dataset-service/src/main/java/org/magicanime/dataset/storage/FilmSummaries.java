package org.magicanime.dataset.storage;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.dataset.domain.Heard.GivenUp;
import org.magicanime.dataset.domain.LedgerRow;

/// Keeps what is said of whole films up to date: tables that say what the views say, for the films that
/// were told something of.
public final class FilmSummaries {
    /// Films that are added up in one transaction.
    private static final int PORTION = 500;

    private static final String STYLE = "coalesce((select f.style from ledger f where f.stage = 'ingest'"
            + " and f.kind = 'film' and f.params_hash = '' and f.item_id = i.video_id), 'unknown')";

    private static final String EACH_MEASURE = " cross join lateral json_to_recordset(r.document -> 'measures')"
            + " as e (rule text, value float8, threshold float8, bound text)";
    private static final String PASSED = "e.rule, e.bound, e.value, e.threshold";

    /// Each takes the ids of films as its one parameter.
    private static final List<String> SUMMARIES = List.of(
            "insert into film_summary (video_id, title, style, object, frames, segmented, posed, cropped,"
                    + " extracted, captioned, rejected, dead)"
                    + " select video_id, title, style, object, frames, segmented, posed, cropped, extracted, captioned,"
                    + " rejected, dead from film_progress where video_id = any(?)",
            "insert into film_funnel (video_id, style, stage, code, threshold, items, frames, least_measured,"
                    + " most_measured) select i.video_id, " + STYLE
                    + ", i.stage, i.code, i.threshold, i.items, i.frames,"
                    + " i.least, i.most from (select video_id, stage, code, threshold, count(*) as items,"
                    + " sum(frames) as frames, min(measured) as least, max(measured) as most from ("
                    + "select video_id, stage, code, threshold, frames, measured from standing_rejection"
                    + " union all select video_id, stage, code, threshold, frames, measured from ledger"
                    + " where stage = 'ingest' and kind = 'film' and outcome = 'kept') r"
                    + " where video_id = any(?) group by 1, 2, 3, 4) i",
            funnel("reviewed_clip"),
            funnel("reviewed_span"),
            funnel("reviewed_face"),
            funnel("reviewed_speech"),
            "insert into open_account (video_id, item_id, stage, params_hash, frames, kept, rejected)"
                    + " select video_id, video_id, 'segment', params_hash, frames, kept, rejected"
                    + " from segment_account where video_id = any(?) and not closes",
            "insert into open_account (video_id, item_id, stage, params_hash, frames, kept, rejected)"
                    + " select video_id, clip_id, 'keypoint', params_hash, frames, kept, rejected"
                    + " from keypoint_account where video_id = any(?) and not closes",
            "insert into open_account (video_id, item_id, stage, params_hash, frames, kept, rejected)"
                    + " select video_id, clip_id, 'face-crop', params_hash, frames, kept, rejected"
                    + " from face_account where video_id = any(?) and not closes",
            "insert into open_account (video_id, item_id, stage, params_hash, frames, kept, rejected)"
                    + " select video_id, clip_id, 'audio', params_hash, frames, kept, rejected"
                    + " from speech_account where video_id = any(?) and not closes",
            "insert into open_account (video_id, item_id, stage, params_hash, frames, kept, rejected)"
                    + " select video_id, clip_id, 'caption', params_hash, frames, kept, 0"
                    + " from caption_account where video_id = any(?) and not closes",
            measured(
                    "false",
                    "r.document ->> 'rule', r.document ->> 'bound', r.measured, r.threshold",
                    "ledger r",
                    "r.outcome = 'rejected' and r.document ->> 'rule' is not null"),
            measured(
                    "true",
                    PASSED,
                    "ledger r" + EACH_MEASURE,
                    "r.stage = 'segment' and r.kind = 'clip' and r.outcome = 'kept'"),
            measured("true", PASSED, "standing_span r" + EACH_MEASURE, "true"),
            measured("true", PASSED, "standing_face r" + EACH_MEASURE, "true"),
            measured("true", PASSED, "standing_speech r" + EACH_MEASURE, "true"),
            lengths("clip", "reviewed_clip"),
            lengths("span", "reviewed_span"),
            lengths("motion", "reviewed_motion"),
            lengths("face", "reviewed_face"),
            lengths("speech", "reviewed_speech"));

    private final LedgerDatabase database;

    public FilmSummaries(LedgerDatabase database) {
        this.database = database;
    }

    /// What a stage kept of a film, and what a person left out of that. Speech that is undecided still is a rejection
    /// of its stage.
    private static String funnel(String items) {
        return "insert into film_funnel (video_id, style, stage, code, items, frames) select i.video_id, " + STYLE
                + ", i.stage, i.left_out, i.items, i.frames from (select video_id, stage, left_out, count(*) as items,"
                + " sum(frames) as frames from " + items
                + " where video_id = any(?) and left_out is distinct from 'undecided' group by 1, 2, 3) i";
    }

    /// @param passed whether the items passed
    /// @param test rule, bound, value and threshold
    /// @param items from where, as `r`
    private static String measured(String passed, String test, String items, String wanted) {
        return "insert into film_measured (video_id, style, stage, rule, bound, threshold, slot, passed, items, frames)"
                + " select i.video_id, " + STYLE + ", i.stage, i.rule, i.bound, i.threshold, i.slot, " + passed
                + ", i.items, i.frames from (select video_id, stage, rule, bound, threshold,"
                + " measured_slot(bound, value, threshold) as slot, count(*) as items, sum(frames) as frames"
                + " from (select r.video_id, r.stage, r.frames, " + test + " from " + items
                + " where r.video_id = any(?) and " + wanted
                + ") m (video_id, stage, frames, rule, bound, value, threshold) where threshold > 0"
                + " group by 1, 2, 3, 4, 5, 6) i";
    }

    /// Films are added up one portion at a time, so that what was added is what is taken away later.
    ///
    /// @param sign `+` adds the films' slots to those of their styles, `-` takes them away
    private static String styleMeasured(String sign) {
        return "insert into style_measured as known (style, stage, rule, bound, threshold, slot, passed, items, frames)"
                + " select style, stage, rule, bound, threshold, slot, passed, " + sign + "sum(items), " + sign
                + "sum(frames) from film_measured where video_id = any(?) group by 1, 2, 3, 4, 5, 6, 7"
                + " on conflict (style, stage, rule, bound, threshold, slot, passed) do update"
                + " set items = known.items + excluded.items, frames = known.frames + excluded.frames";
    }

    private static String lengths(String kind, String items) {
        return "insert into film_lengths (video_id, style, kind, frames, fps, full_hd, items) select i.video_id, "
                + STYLE + ", '" + kind + "', i.frames, i.fps, i.full_hd, i.items from (select video_id, frames, fps,"
                + " coalesce(least(width, height) >= 1080, false) as full_hd, count(*) as items from " + items
                + " where video_id = any(?) and left_out is null group by 1, 2, 3, 4) i";
    }

    /// Notes that these films have to be added up again, in the transaction that writes what was told
    /// of them.
    static void outdate(
            Connection connection,
            Collection<LedgerRow> rows,
            Collection<ReviewDecided> reviews,
            Collection<GivenUp> givenUp)
            throws SQLException {
        TreeSet<String> films = new TreeSet<>();
        for (LedgerRow row : rows) {
            if (row.videoId() != null) {
                films.add(row.videoId());
            }
        }
        reviews.forEach(each -> films.add(each.videoId()));
        for (GivenUp each : givenUp) {
            String item = RowStatement.storable(each.itemId());
            if (item != null && !each.stage().equals("ingest")) {
                // As in standing_given_up.
                films.add(item.split("-", 2)[0]);
            }
        }
        if (films.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into stale_film (video_id) select unnest(?)")) {
            insert.setArray(1, texts(connection, films));
            insert.execute();
        }
    }

    /// Whether nothing was told since of the films as this connection sees them.
    static boolean areUpToDate(Connection connection) throws SQLException {
        return Queries.all(connection, "select 1 from stale_film limit 1", row -> row.getInt(1))
                .isEmpty();
    }

    /// Adds up all films of which something was told before. Does nothing within
    /// {@link LedgerDatabase#atOneMoment}, where they are added up already.
    ///
    /// @return how many films those were
    /// @throws DatabaseBusyException if the database cannot do it now
    public int refresh() {
        if (database.isAtOneMoment()) {
            return 0;
        }
        int films = 0;
        int portion;
        do {
            portion = database.write(FilmSummaries::refreshPortion);
            films += portion;
        } while (portion == PORTION);
        return films;
    }

    private static int refreshPortion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // One at a time: two that add up the same film would both insert it.
            statement.execute("select pg_advisory_xact_lock(hashtext('film_summary'))");
        }
        Queries.onlyLookUp(connection);
        List<String> films = Queries.all(
                connection,
                "select distinct video_id from stale_film order by 1 limit " + PORTION,
                row -> row.getString(1));
        if (films.isEmpty()) {
            return 0;
        }
        Array ids = texts(connection, films);
        // The mark goes before the film is read: what is told from here on marks it anew.
        execute(connection, "delete from stale_film where video_id = any(?)", ids);
        execute(connection, styleMeasured("-"), ids);
        for (String table : List.of("film_summary", "film_funnel", "open_account", "film_measured", "film_lengths")) {
            execute(connection, "delete from " + table + " where video_id = any(?)", ids);
        }
        for (String summary : SUMMARIES) {
            execute(connection, summary, ids);
        }
        execute(connection, styleMeasured("+"), ids);
        // Once: what is told of a film after its end does not make it slower.
        execute(
                connection,
                "update film_time t set segmented_at = case when s.segmented then coalesce(t.segmented_at,"
                        + " t.last_told_at) end, posed_at = case when s.posed then coalesce(t.posed_at, t.last_told_at)"
                        + " end, cropped_at = case when s.cropped then coalesce(t.cropped_at, t.last_told_at) end,"
                        + " extracted_at = case when s.extracted then coalesce(t.extracted_at, t.last_told_at) end,"
                        + " captioned_at = case when s.captioned then coalesce(t.captioned_at, t.last_told_at) end"
                        + " from film_summary s where s.video_id = t.video_id and t.video_id = any(?)"
                        + " and (s.segmented and t.segmented_at is null or s.posed and t.posed_at is null"
                        + " or s.cropped and t.cropped_at is null or s.extracted and t.extracted_at is null"
                        + " or s.captioned and t.captioned_at is null)",
                ids);
        return films.size();
    }

    static void execute(Connection connection, String query, Array ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, ids);
            statement.executeUpdate();
        }
    }

    static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
