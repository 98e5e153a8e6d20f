package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.dataset.domain.review.Agreement;
import org.magicanime.dataset.domain.review.Conflict;
import org.magicanime.dataset.domain.review.ReviewerReader;
import org.magicanime.dataset.domain.review.ReviewerWork;
import org.magicanime.stage.EventJson;

/// Who decided what.
public final class PostgresReviewers implements ReviewerReader {
    /// Of each person and item the vote that counts, as {@link org.magicanime.dataset.domain.review.Standing} takes it.
    private static final String VOTES = "select distinct on (subset, item_id, reviewer) subset, item_id, reviewer,"
            + " decision, trim_id, rule from review where question = 'keep'"
            + " order by subset, item_id, reviewer, decided_at desc, caution desc, digest desc";

    private static final String WORK = "with vote as (" + VOTES + "), counted as (select v.reviewer,"
            + " count(*) filter (where v.decision = 'accepted') as accepted,"
            + " count(*) filter (where v.decision = 'rejected') as rejected,"
            + " count(*) filter (where v.decision = 'trimmed') as trimmed,"
            + " count(*) filter (where v.decision <> 'open' and (d.conflict or d.trim_id is distinct from v.trim_id"
            + " or d.decision <>"
            + " case v.decision when 'trimmed' then 'rejected' else v.decision end)) as overruled"
            + " from vote v join review_decision d on d.subset = v.subset and d.item_id = v.item_id"
            + " and d.question = 'keep' group by 1)"
            + " select r.reviewer, count(*), coalesce(max(c.accepted), 0), coalesce(max(c.rejected), 0),"
            + " coalesce(max(c.trimmed), 0), coalesce(max(c.overruled), 0), min(r.decided_at), max(r.decided_at)"
            + " from review r left join counted c on c.reviewer = r.reviewer group by 1 order by 1";

    private static final String AGREEMENTS = "with vote as (" + VOTES + ") select a.reviewer, b.reviewer,"
            + " count(*) filter (where a.decision = 'accepted' and b.decision = 'accepted'),"
            + " count(*) filter (where a.decision = 'rejected' and b.decision = 'rejected'),"
            + " count(*) filter (where a.decision = 'accepted' and b.decision = 'rejected'),"
            + " count(*) filter (where a.decision = 'rejected' and b.decision = 'accepted')"
            + " from vote a join vote b on b.subset = a.subset and b.item_id = a.item_id and b.reviewer > a.reviewer"
            + " where a.reviewer <> '' and a.decision <> 'open' and b.decision <> 'open'"
            + " and a.rule is null and b.rule is null group by 1, 2 order by 1, 2";

    private static final String CONFLICTS = "select subset, item_id, params_hash, voters from review_decision"
            + " where conflict order by subset, item_id limit ?";

    private static final String DECISIONS = "select document from review where ? = '' or reviewer = ?"
            + " order by decided_at, item_id, subset, digest";

    private final LedgerDatabase database;

    public PostgresReviewers(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public List<ReviewerWork> work() {
        return database.read(connection -> Queries.all(
                connection,
                WORK,
                row -> new ReviewerWork(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8))));
    }

    @Override
    public List<Agreement> agreements() {
        return database.read(connection -> Queries.all(
                connection,
                AGREEMENTS,
                row -> new Agreement(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6))));
    }

    @Override
    public List<Conflict> conflicts(int most) {
        return database.read(connection -> Queries.all(
                connection,
                CONFLICTS,
                List.of(most),
                row -> new Conflict(
                        ReviewStatements.subset(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        texts(row.getArray(4)))));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    @Override
    public void decisions(String reviewer, Consumer<ReviewDecided> each) {
        database.read(connection -> {
            Queries.each(connection, DECISIONS, List.of(reviewer, reviewer), row -> {
                each.accept(EventJson.read(row.getString(1).getBytes(UTF_8), ReviewDecided.class));
                return row;
            });
            return connection;
        });
    }
}
