package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.Subset;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.review.AppliedRule;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.QueueItem;
import org.magicanime.dataset.domain.review.ReviewReader;
import org.magicanime.dataset.domain.review.SampleEstimate;
import org.magicanime.stage.EventJson;

/// What people decided, and what is left to decide.
public final class PostgresReviews implements ReviewReader {
    /// What its person decided about the item's being kept since then counts instead.
    private static final String VOTE = "not exists (select from review o where o.item_id = r.item_id"
            + " and o.subset = r.subset and o.question = 'keep' and o.reviewer = r.reviewer"
            + " and (o.decided_at, o.caution, o.digest) > (r.decided_at, r.caution, r.digest))";

    private static final String RULES = "select r.rule, r.reviewer, r.subset,"
            + " (array_agg(r.document::text order by r.decided_at desc, r.digest desc))[1], max(r.decided_at), count(distinct r.item_id), count(*) filter (where "
            + VOTE + ")"
            + " from review r where r.rule is not null and r.decision <> 'open'"
            + " group by 1, 2, 3 order by 5 desc, 1 limit ?";

    private static final String OF_RULE = " from review r where r.rule = ? and r.decision <> 'open' and " + VOTE;

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
    public Map<String, List<ReviewDecided>> histories(Subset subset, Collection<String> itemIds) {
        return database
                .read(connection -> Queries.all(
                        connection,
                        ReviewStatements.HISTORIES,
                        List.of(
                                connection.createArrayOf(
                                        "text", itemIds.stream().toArray()),
                                subset.toString()),
                        row -> EventJson.read(row.getString(1).getBytes(UTF_8), ReviewDecided.class)))
                .stream()
                .collect(Collectors.groupingBy(ReviewDecided::itemId));
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

    @Override
    public long count(QueueFilter filter) {
        return about(filter, (query, connection, subset) -> query.count(connection, subset));
    }

    @Override
    public List<QueueItem> some(QueueFilter filter, int most) {
        return about(filter, (query, connection, subset) -> query.some(connection, subset, most));
    }

    private interface AboutQueue<T> {
        T of(QueueQuery query, Connection connection, DataSubset subset) throws SQLException;
    }

    private <T> T about(QueueFilter filter, AboutQueue<T> read) {
        DataSubset subset = filter.subset();
        if (subset == null) {
            throw new IllegalArgumentException("a bulk rule is about one subset");
        }
        QueueQuery query = new QueueQuery(filter, false);
        if (query.needsSums()) {
            summaries.refresh();
        }
        return database.read(connection -> read.of(query, connection, subset));
    }

    @Override
    public List<AppliedRule> rules(int most) {
        return database.read(connection -> Queries.all(connection, RULES, List.of(most), PostgresReviews::rule));
    }

    /// Reads the document here: PostgreSQL takes texts that it cannot give back by themselves.
    private static AppliedRule rule(ResultSet row) throws SQLException {
        ReviewDecided last = EventJson.read(row.getString(4).getBytes(UTF_8), ReviewDecided.class);
        return new AppliedRule(
                row.getString(1),
                row.getString(2),
                ReviewStatements.subset(row.getString(3)),
                last.decision().toString(),
                String.valueOf(last.reason()),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
    }

    @Override
    public List<ReviewDecided> ofRule(String rule, int most) {
        return database.read(connection -> Queries.all(
                connection,
                "select r.document" + OF_RULE + " order by r.item_id limit ?",
                List.of(rule, most),
                row -> EventJson.read(row.getString(1).getBytes(UTF_8), ReviewDecided.class)));
    }

    @Override
    public long countOfRule(String rule) {
        return database.read(connection ->
                        Queries.all(connection, "select count(*)" + OF_RULE, List.of(rule), row -> row.getLong(1)))
                .getFirst();
    }
}
