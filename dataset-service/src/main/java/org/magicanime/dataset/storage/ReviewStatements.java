package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.stage.EventJson;

/// Writes down what people decided about items: all of it, and of each item and question what stands.
final class ReviewStatements {
    private static final String COLUMNS =
            "digest, video_id, subset, item_id, params_hash, question, decision, caution, caption, decided_at";

    private static final String HISTORY = "insert into review (" + COLUMNS
            + ", document) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json) on conflict do nothing";

    /// As {@link ReviewDecided#standsAgainst} in memory. Of two that differ in nothing that it compares, the digest
    /// decides, so that any order leaves the same.
    private static final String STANDING = "insert into review_decision as known (" + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (subset, item_id, question) do update set"
            + " digest = excluded.digest, video_id = excluded.video_id, params_hash = excluded.params_hash,"
            + " decision = excluded.decision, caution = excluded.caution, caption = excluded.caption,"
            + " decided_at = excluded.decided_at"
            + " where (excluded.decided_at, excluded.caution, coalesce(excluded.caption, ''), excluded.digest)"
            + " > (known.decided_at, known.caution, coalesce(known.caption, ''), known.digest)";

    private ReviewStatements() {}

    static void put(Connection connection, Collection<ReviewDecided> reviews) throws SQLException {
        if (reviews.isEmpty()) {
            return;
        }
        // Sorted, so that two processes that write the same rows do not wait for each other for ever.
        Map<String, ReviewDecided> byDigest = new TreeMap<>();
        reviews.forEach(each -> byDigest.put(sha256(EventJson.write(each)), each));
        try (PreparedStatement history = connection.prepareStatement(HISTORY)) {
            for (Map.Entry<String, ReviewDecided> each : byDigest.entrySet()) {
                fill(history, each.getKey(), each.getValue());
                history.setString(11, new String(EventJson.write(each.getValue()), UTF_8));
                history.addBatch();
            }
            history.executeBatch();
        }
        Map<String, Map.Entry<String, ReviewDecided>> byItem = new TreeMap<>();
        byDigest.entrySet()
                .forEach(each -> byItem.put(
                        String.join(
                                " ",
                                each.getValue().subset().toString(),
                                each.getValue().itemId(),
                                question(each.getValue().decision()),
                                each.getKey()),
                        each));
        try (PreparedStatement standing = connection.prepareStatement(STANDING)) {
            for (Map.Entry<String, ReviewDecided> each : byItem.values()) {
                fill(standing, each.getKey(), each.getValue());
                // One by one: a batch that is rewritten to one statement may not touch a row twice.
                standing.executeUpdate();
            }
        }
    }

    private static void fill(PreparedStatement statement, String digest, ReviewDecided review) throws SQLException {
        statement.setString(1, digest);
        statement.setString(2, review.videoId());
        statement.setString(3, review.subset().toString());
        statement.setString(4, review.itemId());
        statement.setString(5, review.paramsHash());
        statement.setString(6, question(review.decision()));
        statement.setString(7, review.decision().toString());
        statement.setInt(8, review.decision().caution());
        statement.setString(9, RowStatement.storable(review.caption()));
        statement.setLong(10, review.decidedAt());
    }

    static String question(ReviewDecision decision) {
        return decision.aboutCaption() ? "caption" : "keep";
    }

    private static String sha256(byte[] json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
