package org.magicanime.dataset.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.magicanime.dataset.domain.Statistics;
import org.magicanime.dataset.domain.StatisticsReader;
import org.magicanime.dataset.domain.StatisticsTable;
import org.magicanime.dataset.domain.StatisticsTable.Counted;

/// The statistics of what the ledger has.
public final class PostgresStatistics implements StatisticsReader {
    private static final String TITLES = "select style, count(distinct title) from ledger"
            + " where stage = 'ingest' and kind = 'film' and outcome = 'kept' group by style";
    /// Spans are items of two subsets.
    private static final String ITEMS =
            "select i.subset, coalesce(f.style, 'unknown') as style, i.frames / i.fps as seconds,"
                    + " least(i.width, i.height) >= 1080 as full_hd, i.fps from ("
                    + "select 'image-to-video' as subset, video_id, frames, fps, width, height from ledger"
                    + " where stage = 'segment' and kind = 'clip' and outcome = 'kept'"
                    + " union all select subset, video_id, frames, fps, width, height from standing_span,"
                    + " (values ('pose-driven'), ('text-to-video')) subsets (subset)) i"
                    + " left join ledger f on f.stage = 'ingest' and f.kind = 'film' and f.params_hash = ''"
                    + " and f.item_id = i.video_id";
    private static final String COUNTED = "select subset, style, count(*), coalesce(sum(seconds), 0) / 3600,"
            + " avg(full_hd::int), percentile_cont(0.5) within group (order by seconds) from (" + ITEMS + ") item"
            + " group by subset, style";
    private static final String RATES =
            "select subset, style, coalesce(round(fps::numeric, 3)::text, ''), count(*) from (" + ITEMS
                    + ") item group by 1, 2, 3";

    private final LedgerDatabase database;

    public PostgresStatistics(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public Statistics read() {
        return database.read(PostgresStatistics::read);
    }

    private static Statistics read(Connection connection) throws SQLException {
        Map<String, Long> titles = new HashMap<>();
        Queries.each(connection, TITLES, row -> titles.put(row.getString(1), row.getLong(2)));
        Map<String, Map<String, Long>> rates = new HashMap<>();
        Queries.each(
                connection,
                RATES,
                row -> rates.computeIfAbsent(item(row), item -> new HashMap<>()).put(row.getString(3), row.getLong(4)));
        List<Counted> counted = new ArrayList<>();
        Queries.each(
                connection,
                COUNTED,
                row -> counted.add(new Counted(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getDouble(4),
                        Queries.number(row, 5),
                        Queries.number(row, 6),
                        rates.getOrDefault(item(row), Map.of()))));
        return StatisticsTable.of(titles, counted);
    }

    private static String item(ResultSet row) throws SQLException {
        return row.getString(1) + "/" + row.getString(2);
    }
}
