package org.magicanime.dataset.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.magicanime.dataset.domain.LengthCount;
import org.magicanime.dataset.domain.Statistics;
import org.magicanime.dataset.domain.StatisticsReader;
import org.magicanime.dataset.domain.StatisticsTable;

/// The statistics of what the ledger has.
public final class PostgresStatistics implements StatisticsReader {
    private static final String TITLES = "select style, count(distinct title) from ledger"
            + " where stage = 'ingest' and kind = 'film' and outcome = 'kept' group by style";
    private static final String CLIPS =
            lengths("ledger", "i.stage = 'segment' and i.kind = 'clip' and i.outcome = 'kept'");
    private static final String SPANS = lengths("standing_span", "true");

    private final LedgerDatabase database;

    public PostgresStatistics(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public Statistics read() {
        return database.read(PostgresStatistics::read);
    }

    /// Items by what is counted of them: much fewer rows than items.
    private static String lengths(String items, String wanted) {
        return "select coalesce(f.style, 'unknown'), i.frames, i.fps, least(i.width, i.height) >= 1080, sum(i.items) from ("
                + "select i.video_id, i.frames, i.fps, i.width, i.height, count(*) as items from " + items
                + " i where " + wanted + " group by 1, 2, 3, 4, 5) i"
                + " left join ledger f on f.stage = 'ingest' and f.kind = 'film' and f.params_hash = ''"
                + " and f.item_id = i.video_id group by 1, 2, 3, 4";
    }

    private static Statistics read(Connection connection) throws SQLException {
        joinAtOnce(connection);
        Map<String, Long> titles = new HashMap<>();
        Queries.each(connection, TITLES, row -> titles.put(row.getString(1), row.getLong(2)));
        List<LengthCount> clips = Queries.all(connection, CLIPS, PostgresStatistics::count);
        List<LengthCount> spans = Queries.all(connection, SPANS, PostgresStatistics::count);
        return StatisticsTable.of(
                titles, Map.of("image-to-video", clips, "pose-driven", spans, "text-to-video", spans));
    }

    /// Everything is read anyway. Just after many rows were written, PostgreSQL does not know yet how many there are,
    /// and would look up each of them: minutes instead of seconds for a million.
    private static void joinAtOnce(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local enable_nestloop = off");
        }
    }

    private static LengthCount count(ResultSet row) throws SQLException {
        return new LengthCount(
                row.getString(1), row.getLong(2), Queries.number(row, 3), row.getBoolean(4), row.getLong(5));
    }
}
