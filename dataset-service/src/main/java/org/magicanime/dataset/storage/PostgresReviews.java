package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.Subset;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.QueueItem;
import org.magicanime.dataset.domain.review.ReviewReader;
import org.magicanime.dataset.domain.review.SampleEstimate;
import org.magicanime.stage.EventJson;

/// What people decided, and what is left to decide.
public final class PostgresReviews implements ReviewReader {
    private final LedgerDatabase database;
    private final FilmSummaries summaries;

    public PostgresReviews(LedgerDatabase database) {
        this.database = database;
        this.summaries = new FilmSummaries(database);
    }

    @Override
    public List<ReviewDecided> history(Subset subset, String itemId) {
        return database.read(connection -> Queries.all(
                connection,
                "select document from review where item_id = ? and subset = ? " + ReviewStatements.LAST_FIRST,
                List.of(itemId, subset.toString()),
                row -> EventJson.read(row.getString(1).getBytes(UTF_8), ReviewDecided.class)));
    }

    @Override
    public Optional<VideoIngested> film(String videoId) {
        return database.read(connection -> Queries.all(
                        connection,
                        "select document from ledger where stage = 'ingest' and kind = 'film' and params_hash = ''"
                                + " and outcome = 'kept' and item_id = ?",
                        List.of(videoId),
                        row -> EventJson.read(row.getString(1).getBytes(UTF_8), VideoIngested.class))
                .stream()
                .findFirst());
    }

    @Override
    public SampleEstimate estimate(QueueFilter filter) {
        DataSubset subset = filter.subset();
        if (subset == null) {
            throw new IllegalArgumentException("a sample is one of a subset");
        }
        QueueQuery query = new QueueQuery(filter, false);
        if (query.needsSums()) {
            summaries.refresh();
        }
        return database.read(connection -> query.estimate(connection, subset));
    }

    @Override
    public List<QueueItem> queue(QueueFilter filter, int skip, int most) {
        QueueQuery query = new QueueQuery(filter, false);
        if (query.needsSums()) {
            summaries.refresh();
        }
        return database.read(connection -> query.items(connection, skip, most));
    }
}
