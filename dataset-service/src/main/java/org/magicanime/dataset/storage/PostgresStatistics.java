package org.magicanime.dataset.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.LengthCount;
import org.magicanime.dataset.domain.Statistics;
import org.magicanime.dataset.domain.StatisticsReader;
import org.magicanime.dataset.domain.StatisticsTable;
import org.magicanime.dataset.domain.character.CharacterCount;

/// The statistics of what the ledger has.
public final class PostgresStatistics implements StatisticsReader {
    private static final String TITLES = "select style, count(distinct title) from film_summary group by style";
    private static final String LENGTHS =
            "select style, frames, fps, full_hd, sum(items), kind from film_lengths group by 1, 2, 3, 4, 6";

    private static final String CHARACTERS = "select s.style, c.video_id, c.params_hash, c.faces, c.characters"
            + " from film_characters c join film_summary s on s.video_id = c.video_id";

    private final LedgerDatabase database;
    private final FilmSummaries summaries;

    public PostgresStatistics(LedgerDatabase database) {
        this.database = database;
        this.summaries = new FilmSummaries(database);
    }

    @Override
    public Statistics read() {
        summaries.refresh();
        return database.readWithCharacters(PostgresStatistics::read);
    }

    private static Statistics read(Connection connection) throws SQLException {
        Map<String, Long> titles = new HashMap<>();
        Queries.each(connection, TITLES, row -> titles.put(row.getString(1), row.getLong(2)));
        Map<String, List<LengthCount>> byKind = new HashMap<>();
        Queries.each(
                connection,
                LENGTHS,
                row -> byKind.computeIfAbsent(row.getString(6), kind -> new ArrayList<>())
                        .add(count(row)));
        Map<String, List<LengthCount>> bySubset = new HashMap<>();
        for (DataSubset subset : DataSubset.values()) {
            bySubset.put(subset.toString(), byKind.getOrDefault(counted(subset), List.of()));
        }
        return StatisticsTable.of(
                titles,
                bySubset,
                Queries.all(
                        connection,
                        CHARACTERS,
                        row -> new CharacterCount(
                                row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5))));
    }

    /// As film_lengths calls what a subset has.
    private static String counted(DataSubset subset) {
        return subset == DataSubset.TEXT_TO_VIDEO ? "motion" : subset.kind().toString();
    }

    private static LengthCount count(ResultSet row) throws SQLException {
        return new LengthCount(
                row.getString(1), row.getLong(2), Queries.number(row, 3), row.getBoolean(4), row.getLong(5));
    }
}
