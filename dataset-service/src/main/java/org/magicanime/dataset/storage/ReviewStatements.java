package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.ReviewQuestion;
import org.magicanime.contracts.Trim;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.LedgerRow;
import org.magicanime.dataset.domain.review.Standing;
import org.magicanime.dataset.domain.review.Wish;
import org.magicanime.stage.EventJson;

/// Writes down what people decided about items: all of it, and of each item and question what stands.
final class ReviewStatements {
    /// Of an item's decisions. Of two that differ in nothing else, the digest decides, so that any order leaves the
    /// same.
    static final String LAST_FIRST = "order by decided_at desc, caution desc, coalesce(caption, '') desc, digest desc";

    /// All decisions about items of a subset, the last one first.
    static final String HISTORIES = "select document from review where item_id = any(?) and subset = ? " + LAST_FIRST;

    private static final String COLUMNS =
            "digest, video_id, subset, item_id, params_hash, question, decision, caution, caption, decided_at";

    private static final String HISTORY = "insert into review (" + COLUMNS
            + ", reviewer, trim_id, rule, document) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)"
            + " on conflict do nothing";

    private static final String OF_QUESTION =
            "select digest, document from review where item_id = ? and subset = ?" + " and question = ? " + LAST_FIRST;

    /// What stands follows from all decisions about the item, so that what was there before does not matter.
    private static final String STANDING = "insert into review_decision (" + COLUMNS
            + ", conflict, voters, trim_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (subset, item_id, question) do update set"
            + " digest = excluded.digest, video_id = excluded.video_id, params_hash = excluded.params_hash,"
            + " decision = excluded.decision, caution = excluded.caution, caption = excluded.caption,"
            + " decided_at = excluded.decided_at, conflict = excluded.conflict, voters = excluded.voters,"
            + " trim_id = excluded.trim_id";

    /// The decisions that made a clip a part of another one, and whether one of them stands.
    private static final String TRIMMED_TO = "select digest, document, exists (select from review_decision d"
            + " where d.trim_id = r.trim_id) from review r where r.trim_id = ? " + LAST_FIRST + " limit 1";

    /// Two processes that write about one film do so one after the other: each sees what the other one wrote.
    private static final String ONE_AFTER_THE_OTHER = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    /// Of a row `d` of what stands: that its item is not in the queue of what nobody looked at.
    static final String LOOKED_AT =
            "(d.question = 'keep' and d.decision <> 'open' or d.question = 'again' and d.decision = 'look-again')";

    private static final String DECIDED =
            "select distinct d.subset, d.item_id from unnest(?::text[], ?::text[]) i (subset, item_id)"
                    + " join review_decision d on d.subset = i.subset and d.item_id = i.item_id"
                    + " where " + LOOKED_AT + " order by 1, 2";

    private static final String IS_DECIDED =
            "exists (select from review_decision d where d.subset = ? and d.item_id = ? and " + LOOKED_AT + ")";

    private ReviewStatements() {}

    /// One item of one subset, and what is asked about it.
    private record Question(DataSubset subset, String itemId, ReviewQuestion question) {}

    /// A decision as it was written down.
    private record Written(String digest, ReviewDecided review) {
        static Written of(ResultSet row) throws SQLException {
            return new Written(row.getString(1), EventJson.read(row.getString(2).getBytes(UTF_8), ReviewDecided.class));
        }
    }

    /// What made a clip a part of another one.
    ///
    /// @param stands whether that still holds
    private record Origin(Written by, boolean stands) {}

    static void put(Connection connection, Collection<ReviewDecided> reviews) throws SQLException {
        if (reviews.isEmpty()) {
            return;
        }
        Map<String, ReviewDecided> byDigest = new TreeMap<>();
        // Sorted, so that two processes that write about the same items do not wait for each other for ever.
        Set<String> films = new TreeSet<>();
        Map<String, Question> questions = new TreeMap<>();
        for (ReviewDecided each : reviews) {
            byDigest.put(sha256(EventJson.write(each)), each);
            Question question = new Question(
                    DataSubset.valueOf(each.subset().name()),
                    each.itemId(),
                    each.decision().question());
            // Whether somebody should look again follows from votes, too.
            ReviewQuestion lock =
                    question.question() == ReviewQuestion.AGAIN ? ReviewQuestion.KEEP : question.question();
            films.add(question.subset() + " " + each.videoId() + " " + lock);
            questions.put(question.subset() + " " + question.itemId() + " " + question.question(), question);
        }
        try (PreparedStatement lock = connection.prepareStatement(ONE_AFTER_THE_OTHER)) {
            for (String each : films) {
                lock.setString(1, each);
                lock.execute();
            }
        }
        try (PreparedStatement history = connection.prepareStatement(HISTORY)) {
            for (Map.Entry<String, ReviewDecided> each : byDigest.entrySet()) {
                fill(history, each.getKey(), each.getValue());
                history.setString(
                        11, RowStatement.storable(orEmpty(each.getValue().reviewer())));
                history.setString(12, trimmed(each.getValue()));
                history.setString(13, each.getValue().rule());
                history.setString(14, new String(EventJson.write(each.getValue()), UTF_8));
                history.addBatch();
            }
            history.executeBatch();
        }
        try (PreparedStatement standing = connection.prepareStatement(STANDING)) {
            for (Question each : questions.values()) {
                stand(connection, standing, each);
            }
        }
        // Who voted needs it no longer, and others may have to look at it next. What is said beside that is said of an
        // item that stays on the screen.
        try (PreparedStatement free =
                connection.prepareStatement("delete from review_loan where subset = ? and item_id = ?")) {
            for (Question each : questions.values()) {
                if (each.question() != ReviewQuestion.KEEP && each.question() != ReviewQuestion.AGAIN) {
                    continue;
                }
                free.setString(1, each.subset().toString());
                free.setString(2, each.itemId());
                free.executeUpdate();
            }
        }
    }

    private static void stand(Connection connection, PreparedStatement statement, Question question)
            throws SQLException {
        switch (question.question()) {
            case KEEP -> {
                standKeep(connection, statement, question);
                standAgain(connection, statement, question);
            }
            case AGAIN -> standAgain(connection, statement, question);
            default -> standLast(connection, statement, question);
        }
    }

    private static List<Written> written(Connection connection, Question question, ReviewQuestion of)
            throws SQLException {
        return Queries.all(
                connection,
                OF_QUESTION,
                List.of(question.itemId(), question.subset().toString(), of.toString()),
                Written::of);
    }

    private static void standLast(Connection connection, PreparedStatement statement, Question question)
            throws SQLException {
        Written last = written(connection, question, question.question()).getFirst();
        fill(statement, last.digest(), last.review());
        statement.setBoolean(11, false);
        statement.setArray(12, connection.createArrayOf("text", new String[0]));
        statement.setString(13, null);
        statement.executeUpdate();
    }

    /// Who wants the item looked at again; nothing of items of which nobody ever did.
    private static void standAgain(Connection connection, PreparedStatement statement, Question question)
            throws SQLException {
        List<Written> written = written(connection, question, ReviewQuestion.AGAIN);
        if (written.isEmpty()) {
            return;
        }
        List<ReviewDecided> history = new ArrayList<>();
        written.forEach(each -> history.add(each.review()));
        written(connection, question, ReviewQuestion.KEEP).forEach(each -> history.add(each.review()));
        List<ReviewDecided> standing = Wish.standing(history);
        Written says = written.stream()
                .filter(each -> standing.isEmpty() || each.review().equals(standing.getFirst()))
                .findFirst()
                .orElseThrow();
        fill(statement, says.digest(), says.review());
        // The last one may be a wish that a vote ended.
        statement.setString(
                7, (standing.isEmpty() ? ReviewDecision.LOOKED_AGAIN : ReviewDecision.LOOK_AGAIN).toString());
        statement.setBoolean(11, false);
        List<String> people = standing.stream()
                .map(each -> String.valueOf(RowStatement.storable(orEmpty(each.reviewer()))))
                .sorted()
                .toList();
        statement.setArray(12, connection.createArrayOf("text", people.toArray()));
        statement.setString(13, null);
        statement.executeUpdate();
        mark(connection, question.subset(), question.itemId());
    }

    private static void standKeep(Connection connection, PreparedStatement statement, Question question)
            throws SQLException {
        List<Written> written = written(connection, question, ReviewQuestion.KEEP);
        Origin origin = question.subset() != DataSubset.IMAGE_TO_VIDEO
                ? null
                : Queries.all(
                                connection,
                                TRIMMED_TO,
                                List.of(question.itemId()),
                                row -> new Origin(Written.of(row), row.getBoolean(3)))
                        .stream()
                        .findFirst()
                        .orElse(null);
        Standing standing =
                Standing.of(written.stream().map(Written::review).toList()).orElse(null);
        Written says = written.stream()
                .filter(each -> standing != null && each.review().equals(standing.said()))
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(origin).by());
        boolean withheld = origin != null && !origin.stands();
        ReviewDecision decision = standing == null ? ReviewDecision.OPEN : standing.decision();
        boolean rejected = withheld || decision == ReviewDecision.REJECTED || decision == ReviewDecision.TRIMMED;
        fill(statement, says.digest(), says.review());
        statement.setString(4, question.itemId());
        statement.setString(7, (rejected ? ReviewDecision.REJECTED : decision).toString());
        statement.setBoolean(11, standing != null && standing.conflict());
        List<String> voters = standing == null
                ? List.of()
                : standing.voters().stream()
                        .map(each -> String.valueOf(RowStatement.storable(each)))
                        .toList();
        statement.setArray(12, connection.createArrayOf("text", voters.toArray()));
        statement.setString(13, withheld || decision != ReviewDecision.TRIMMED ? null : trimmed(says.review()));
        statement.executeUpdate();
        mark(connection, question.subset(), question.itemId());
        Set<String> parts = new TreeSet<>();
        for (Written each : written) {
            String part = trimmed(each.review());
            if (part != null) {
                parts.add(part);
            }
        }
        // They are shorter and shorter, so that this ends.
        for (String part : parts) {
            standKeep(connection, statement, new Question(question.subset(), part, ReviewQuestion.KEEP));
        }
    }

    private static @Nullable String trimmed(ReviewDecided review) {
        Trim trim = review.trim();
        return trim == null ? null : trim.clipId(review.videoId());
    }

    /// Takes items that are decided about already out of the queue's index, as those that are made again with other
    /// models.
    static void mark(Connection connection, Collection<LedgerRow> rows) throws SQLException {
        List<String> subsets = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (LedgerRow row : rows) {
            for (DataSubset subset : DataSubset.values()) {
                if (subset.stage().equals(row.key().stage())
                        && subset.kind() == row.key().kind()) {
                    subsets.add(subset.toString());
                    items.add(RowStatement.storable(row.key().itemId()));
                }
            }
        }
        if (items.isEmpty()) {
            return;
        }
        List<Object> values = List.of(
                connection.createArrayOf("text", subsets.toArray()), connection.createArrayOf("text", items.toArray()));
        List<Question> decided = Queries.all(
                connection,
                DECIDED,
                values,
                row -> new Question(subset(row.getString(1)), row.getString(2), ReviewQuestion.KEEP));
        for (Question each : decided) {
            mark(connection, each.subset(), each.itemId());
        }
    }

    private static void mark(Connection connection, DataSubset subset, String itemId) throws SQLException {
        String column = QueueQuery.mark(subset);
        try (PreparedStatement update = connection.prepareStatement("update ledger set " + column + " = s.decided"
                + " from (select " + IS_DECIDED + " as decided) s"
                + " where stage = ? and kind = ? and item_id = ? and " + column + " <> s.decided")) {
            update.setString(1, subset.toString());
            update.setString(2, itemId);
            update.setString(3, subset.stage());
            update.setString(4, subset.kind().toString());
            update.setString(5, itemId);
            update.executeUpdate();
        }
    }

    static DataSubset subset(String word) {
        for (DataSubset each : DataSubset.values()) {
            if (each.toString().equals(word)) {
                return each;
            }
        }
        throw new IllegalStateException("the ledger has decisions about the subset " + word + ", which there is not");
    }

    private static void fill(PreparedStatement statement, String digest, ReviewDecided review) throws SQLException {
        statement.setString(1, digest);
        statement.setString(2, review.videoId());
        statement.setString(3, review.subset().toString());
        statement.setString(4, review.itemId());
        statement.setString(5, review.paramsHash());
        statement.setString(6, review.decision().question().toString());
        statement.setString(7, review.decision().toString());
        statement.setInt(8, review.caution());
        statement.setString(9, RowStatement.storable(review.caption()));
        statement.setLong(10, review.decidedAt());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String sha256(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
