package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.PointCorrection;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.review.PointLayout;
import org.magicanime.stage.EventJson;

/// How queries find the points of an item that a person corrected. Those of a pose span are in pixels of the film
/// and hold for the span whatever it was made with; those of a face clip are in pixels of one version of it.
final class CorrectionQueries {
    /// One column, which {@link #files} reads.
    static final String COLUMN = "kv.document";

    private static final String STANDS = "kd.question = 'points' and kd.decision = 'corrected'";
    private static final String DECISION = " left join review kv on kv.digest = kd.digest";

    private CorrectionQueries() {}

    /// To a pose span.
    ///
    /// @param item the table that it is in
    static String ofSpan(String item) {
        return " left join review_decision kd on kd.subset = 'pose-driven' and kd.item_id = " + item + ".item_id and "
                + STANDS + DECISION;
    }

    /// To a face clip, or to what was made of it.
    ///
    /// @param item the table that it is in
    /// @param params what the face clip was made with
    static String ofFace(String item, String params) {
        return " left join review_decision kd on kd.subset = 'face-reenactment' and kd.item_id = " + item
                + ".item_id and kd.params_hash = " + params + " and " + STANDS + DECISION;
    }

    /// The files of a correction, by their names in the manifest; none where nobody corrected anything.
    ///
    /// @param column that of {@link #COLUMN}
    static Map<String, ArtifactRef> files(ResultSet row, int column, PointLayout layout) throws SQLException {
        String document = row.getString(column);
        PointCorrection correction = document == null
                ? null
                : EventJson.read(document.getBytes(UTF_8), ReviewDecided.class).correction();
        return correction == null
                ? Map.of()
                : Map.of(layout.corrected(), correction.points(), layout.provenance(), correction.provenance());
    }

    /// The same of one item.
    static Map<String, ArtifactRef> files(Connection connection, LedgerKey key) throws SQLException {
        PointLayout layout = PointLayout.of(key.stage(), key.kind()).orElse(null);
        if (layout == null) {
            return Map.of();
        }
        List<Object> values = new ArrayList<>(List.of(layout.subset().toString(), key.itemId()));
        String query = "select kv.document from review_decision kd join review kv on kv.digest = kd.digest"
                + " where kd.subset = ? and kd.item_id = ? and " + STANDS;
        if (layout == PointLayout.LANDMARKS) {
            query += " and kd.params_hash = ?";
            values.add(key.paramsHash());
        }
        return Queries.all(connection, query, values, row -> files(row, 1, layout)).stream()
                .findFirst()
                .orElse(Map.of());
    }
}
