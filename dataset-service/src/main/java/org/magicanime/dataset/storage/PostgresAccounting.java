package org.magicanime.dataset.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.Accounting.Films;
import org.magicanime.dataset.domain.Accounting.OpenAccount;
import org.magicanime.dataset.domain.AccountingReader;
import org.magicanime.dataset.domain.FilmAccount;
import org.magicanime.dataset.domain.FilmDetails;
import org.magicanime.dataset.domain.FilmProgress;
import org.magicanime.dataset.domain.FilmState;
import org.magicanime.dataset.domain.FunnelCell;
import org.magicanime.dataset.domain.Funnels;
import org.magicanime.dataset.domain.LastStage;

/// The accounts of what the ledger has.
public final class PostgresAccounting implements AccountingReader {
    private static final String OPEN =
            "select video_id, item_id, stage, params_hash, frames, kept, rejected" + " from open_account";
    private static final String IN_ORDER = " order by video_id, stage, item_id, params_hash";
    private static final String CONTRADICTIONS = "select distinct item_id from ledger where contradictory order by 1";
    private static final String OBJECTS = "select"
            + " (select count(*) from ledger where stage = 'ingest' and kind = 'object' and outcome = 'rejected'),"
            + " (select count(distinct item_id) from standing_given_up where stage = 'ingest')";
    private static final String STATES =
            "select segmented, posed, cropped, extracted, captioned, rejected, dead, count(*) from film_summary"
                    + " group by 1, 2, 3, 4, 5, 6, 7";
    private static final String FILMS =
            "select video_id, title, style, object, frames, segmented, posed, cropped, extracted, captioned, rejected,"
                    + " dead from film_summary";
    private static final String CELLS = "select stage, style, code, threshold, sum(items), sum(frames),"
            + " min(least_measured), max(most_measured) from film_funnel group by 1, 2, 3, 4"
            + " union all select stage, 'unknown', code, threshold, count(*), sum(frames), min(measured), max(measured)"
            + " from ledger where video_id is null and outcome = 'rejected' group by 1, 2, 3, 4";
    private static final String CELLS_OF_FILM = "select stage, style, code, threshold, items, frames,"
            + " least_measured, most_measured from film_funnel where video_id = ?";

    private final LedgerDatabase database;
    private final FilmSummaries summaries;
    private final LastStage lastStage;

    public PostgresAccounting(LedgerDatabase database, LastStage lastStage) {
        this.database = database;
        this.summaries = new FilmSummaries(database);
        this.lastStage = lastStage;
    }

    @Override
    public Accounting read() {
        summaries.refresh();
        return database.read(this::read);
    }

    private Accounting read(Connection connection) throws SQLException {
        Map<FilmState, Long> states = states(connection);
        List<FunnelCell> cells = Queries.all(connection, CELLS, PostgresAccounting::cell);
        Map<String, List<FunnelCell>> byStyle = new TreeMap<>();
        cells.forEach(cell -> byStyle.computeIfAbsent(cell.style(), style -> new ArrayList<>())
                .add(cell));
        Map<String, List<Accounting.StageFunnel>> styles = new TreeMap<>();
        byStyle.forEach((style, own) -> styles.put(style, Funnels.of(own)));
        List<OpenAccount> open = Queries.all(connection, OPEN + IN_ORDER, PostgresAccounting::open);
        List<String> contradictions = Queries.all(connection, CONTRADICTIONS, row -> row.getString(1));
        return new Accounting(
                films(states),
                open.isEmpty() && contradictions.isEmpty(),
                open,
                contradictions,
                Funnels.of(cells),
                styles);
    }

    @Override
    public FilmProgress progress() {
        summaries.refresh();
        String done = done();
        return database.read(connection -> {
            Map<FilmState, Long> states = states(connection);
            Double oldest = Queries.all(
                            connection,
                            "select extract(epoch from now() - min(t.ingested_at)) from film_time t"
                                    + " join film_summary s on s.video_id = t.video_id"
                                    + " where not (s." + done + " or s.rejected or s.dead)",
                            row -> Optional.ofNullable(Queries.number(row, 1)))
                    .getFirst()
                    .orElse(null);
            return Queries.all(
                            connection,
                            "select count(*), percentile_cont(0.5) within group (order by took),"
                                    + " percentile_cont(0.95) within group (order by took) from (select"
                                    + " extract(epoch from " + done
                                    + "_at - ingested_at)::float8 as took from film_time"
                                    + " where " + done
                                    + "_at > now() - interval '1 hour' and ingested_at is not null) t",
                            row -> new FilmProgress(
                                    films(states),
                                    oldest,
                                    row.getLong(1),
                                    Queries.number(row, 2),
                                    Queries.number(row, 3)))
                    .getFirst();
        });
    }

    private Map<FilmState, Long> states(Connection connection) throws SQLException {
        Map<FilmState, Long> states = new EnumMap<>(FilmState.class);
        Queries.each(connection, STATES, row -> states.merge(state(row), row.getLong(8), Long::sum));
        Queries.each(connection, OBJECTS, row -> {
            states.merge(FilmState.REJECTED, row.getLong(1), Long::sum);
            return states.merge(FilmState.DEAD, row.getLong(2), Long::sum);
        });
        return states;
    }

    @Override
    public List<FilmAccount> films(@Nullable String style, @Nullable String after, int most) {
        summaries.refresh();
        StringBuilder query = new StringBuilder(FILMS).append(" where true");
        List<Object> values = new ArrayList<>();
        if (style != null) {
            query.append(" and style = ?");
            values.add(style);
        }
        if (after != null) {
            query.append(" and (title, video_id) > (select title, video_id from film_summary where video_id = ?)");
            values.add(after);
        }
        query.append(" order by title, video_id limit ?");
        values.add(most);
        return database.read(connection -> Queries.all(connection, query.toString(), values, this::film));
    }

    @Override
    public Optional<FilmDetails> film(String videoId) {
        summaries.refresh();
        List<String> id = List.of(videoId);
        return database.read(connection -> {
            List<FilmAccount> films = Queries.all(connection, FILMS + " where video_id = ?", id, this::film);
            return films.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FilmDetails(
                            films.getFirst(),
                            Queries.all(
                                    connection, OPEN + " where video_id = ?" + IN_ORDER, id, PostgresAccounting::open),
                            Funnels.of(Queries.all(connection, CELLS_OF_FILM, id, PostgresAccounting::cell))));
        });
    }

    private FilmAccount film(ResultSet row) throws SQLException {
        return new FilmAccount(
                row.getString("video_id"),
                row.getString("title"),
                row.getString("style"),
                row.getString("object"),
                state(row).toString(),
                row.getObject("frames", Long.class));
    }

    private FilmState state(ResultSet row) throws SQLException {
        return FilmState.of(row.getBoolean(done()), row.getBoolean("rejected"), row.getBoolean("dead"));
    }

    /// The column that says whether a film is done.
    private String done() {
        return switch (lastStage) {
            case SEGMENT -> "segmented";
            case KEYPOINT -> "posed";
            case FACE_CROP -> "cropped";
            case AUDIO -> "extracted";
            case CAPTION -> "captioned";
        };
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
                Queries.number(row, 4),
                row.getLong(5),
                row.getLong(6),
                Queries.number(row, 7),
                Queries.number(row, 8));
    }
}
