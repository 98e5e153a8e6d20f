package org.magicanime.dataset.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Bound;
import org.magicanime.dataset.domain.Distribution;
import org.magicanime.dataset.domain.DistributionReader;
import org.magicanime.dataset.domain.Distributions;
import org.magicanime.dataset.domain.MeasuredSlot;

/// What the ledger's items were measured to have.
public final class PostgresDistributions implements DistributionReader {
    private static final String SLOTS =
            "select stage, rule, bound, threshold, slot, passed, sum(items), sum(frames) from ";
    private static final String TOGETHER = " group by 1, 2, 3, 4, 5, 6";

    private final LedgerDatabase database;
    private final FilmSummaries summaries;

    public PostgresDistributions(LedgerDatabase database) {
        this.database = database;
        this.summaries = new FilmSummaries(database);
    }

    @Override
    public List<Distribution> distributions(@Nullable String style, @Nullable String videoId) {
        summaries.refresh();
        StringBuilder query = new StringBuilder(SLOTS)
                .append(videoId == null ? "style_measured" : "film_measured")
                .append(" where items > 0");
        List<Object> values = new ArrayList<>();
        if (style != null) {
            query.append(" and style = ?");
            values.add(style);
        }
        if (videoId != null) {
            query.append(" and video_id = ?");
            values.add(videoId);
        }
        query.append(TOGETHER);
        return database.read(connection ->
                Distributions.of(Queries.all(connection, query.toString(), values, PostgresDistributions::slot)));
    }

    private static MeasuredSlot slot(ResultSet row) throws SQLException {
        return new MeasuredSlot(
                row.getString(1),
                row.getString(2),
                row.getString(3).equals(Bound.AT_LEAST.toString()) ? Bound.AT_LEAST : Bound.AT_MOST,
                row.getDouble(4),
                row.getInt(5),
                row.getBoolean(6),
                row.getLong(7),
                row.getLong(8));
    }
}
