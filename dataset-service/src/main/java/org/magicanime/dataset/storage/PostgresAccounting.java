package org.magicanime.dataset.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.Accounting.FilmAccount;
import org.magicanime.dataset.domain.Accounting.Films;
import org.magicanime.dataset.domain.Accounting.OpenAccount;
import org.magicanime.dataset.domain.AccountingReader;
import org.magicanime.dataset.domain.FilmState;
import org.magicanime.dataset.domain.FunnelCell;
import org.magicanime.dataset.domain.Funnels;
import org.magicanime.dataset.domain.LastStage;

/// The accounts of what the ledger has.
public final class PostgresAccounting implements AccountingReader {
    private static final String OPEN = "select video_id, video_id, 'segment', params_hash, frames, kept, rejected"
            + " from segment_account where not closes"
            + " union all select video_id, clip_id, 'keypoint', params_hash, frames, kept, rejected"
            + " from keypoint_account where not closes order by 1, 3, 2, 4";
    private static final String CONTRADICTIONS = "select distinct item_id from ledger where contradictory order by 1";
    private static final String OBJECTS = "select"
            + " (select count(*) from ledger where stage = 'ingest' and kind = 'object' and outcome = 'rejected'),"
            + " (select count(distinct item_id) from standing_given_up where stage = 'ingest')";
    private static final String FILMS =
            "select video_id, title, style, object, frames, segmented, posed, rejected, dead"
                    + " from film_progress order by title, video_id";
    private static final String CELLS = "select i.stage, i.video_id, coalesce(f.style, 'unknown'), i.code, i.threshold,"
            + " count(*), sum(i.frames), min(i.measured), max(i.measured) from ("
            + "select stage, video_id, code, threshold, measured, frames from ledger where outcome = 'rejected'"
            + " union all select stage, video_id, null, null, null, frames from ledger where outcome = 'kept'"
            + " and (stage = 'ingest' and kind = 'film' or stage = 'segment' and kind = 'clip')"
            + " union all select stage, video_id, null, null, null, frames from standing_span) i"
            + " left join ledger f on f.stage = 'ingest' and f.kind = 'film' and f.params_hash = ''"
            + " and f.item_id = i.video_id group by 1, 2, 3, 4, 5";

    private final LedgerDatabase database;
    private final LastStage lastStage;

    public PostgresAccounting(LedgerDatabase database, LastStage lastStage) {
        this.database = database;
        this.lastStage = lastStage;
    }

    @Override
    public Accounting read() {
        return database.read(this::read);
    }

    private Accounting read(Connection connection) throws SQLException {
        Map<FilmState, Long> states = new EnumMap<>(FilmState.class);
        List<FunnelCell> cells = Queries.all(connection, CELLS, PostgresAccounting::cell);
        Map<String, List<FunnelCell>> byStyle = new TreeMap<>();
        Map<String, List<FunnelCell>> byFilm = new HashMap<>();
        for (FunnelCell cell : cells) {
            byStyle.computeIfAbsent(cell.style(), style -> new ArrayList<>()).add(cell);
            byFilm.computeIfAbsent(String.valueOf(cell.videoId()), film -> new ArrayList<>())
                    .add(cell);
        }
        List<FilmAccount> films = Queries.all(connection, FILMS, row -> film(row, states, byFilm));
        Queries.all(connection, OBJECTS, row -> {
            states.merge(FilmState.REJECTED, row.getLong(1), Long::sum);
            states.merge(FilmState.DEAD, row.getLong(2), Long::sum);
            return row;
        });
        List<OpenAccount> open = Queries.all(connection, OPEN, PostgresAccounting::open);
        List<String> contradictions = Queries.all(connection, CONTRADICTIONS, row -> row.getString(1));
        Map<String, List<Accounting.StageFunnel>> styles = new TreeMap<>();
        byStyle.forEach((style, own) -> styles.put(style, Funnels.of(own)));
        return new Accounting(
                films(states),
                open.isEmpty() && contradictions.isEmpty(),
                open,
                contradictions,
                Funnels.of(cells),
                styles,
                films);
    }

    private FilmAccount film(ResultSet row, Map<FilmState, Long> states, Map<String, List<FunnelCell>> cells)
            throws SQLException {
        String videoId = row.getString("video_id");
        FilmState state = FilmState.of(
                row.getBoolean(lastStage == LastStage.SEGMENT ? "segmented" : "posed"),
                row.getBoolean("rejected"),
                row.getBoolean("dead"));
        states.merge(state, 1L, Long::sum);
        return new FilmAccount(
                videoId,
                row.getString("title"),
                row.getString("style"),
                row.getString("object"),
                state.toString(),
                row.getObject("frames", Long.class),
                Funnels.of(cells.getOrDefault(videoId, List.of())));
    }

    private static Films films(Map<FilmState, Long> states) {
        return new Films(
                states.values().stream().mapToLong(Long::longValue).sum(),
                states.getOrDefault(FilmState.DONE, 0L),
                states.getOrDefault(FilmState.REJECTED, 0L),
                states.getOrDefault(FilmState.DEAD, 0L),
                states.getOrDefault(FilmState.IN_FLIGHT, 0L));
    }

    private static OpenAccount open(ResultSet row) throws SQLException {
        return new OpenAccount(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
    }

    private static FunnelCell cell(ResultSet row) throws SQLException {
        return new FunnelCell(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Queries.number(row, 5),
                row.getLong(6),
                row.getLong(7),
                Queries.number(row, 8),
                Queries.number(row, 9));
    }
}
