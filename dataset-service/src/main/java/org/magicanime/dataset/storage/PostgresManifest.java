package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.ManifestRows;
import org.magicanime.stage.EventJson;

/// The manifest of what the ledger has. Rows are fetched in portions, so that a large one needs no memory.
public final class PostgresManifest implements ManifestReader {
    private static final int PORTION = 500;
    private static final String CLIPS = "select document, null from ledger"
            + " where stage = 'segment' and kind = 'clip' and outcome = 'kept' order by item_id, params_hash";
    private static final String SPANS = "select s.document, c.document from ledger s"
            + " join ledger c on c.stage = s.stage and c.kind = 'clip' and c.item_id = s.made_from"
            + " and c.params_hash = s.params_hash and c.digest = s.digest"
            + " where s.stage = 'keypoint' and s.kind = 'span' order by s.item_id, s.params_hash";

    private final LedgerDatabase database;

    public PostgresManifest(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public void read(Consumer<ManifestRow> consumer) {
        database.read(connection -> {
            ManifestRows rows = new ManifestRows(parameters(connection));
            each(connection, CLIPS, (clip, none) -> consumer.accept(rows.imageToVideo(read(clip, ClipCut.class))));
            each(
                    connection,
                    SPANS,
                    (span, clip) ->
                            consumer.accept(rows.poseDriven(read(span, PoseSpan.class), read(clip, ClipPosed.class))));
            each(
                    connection,
                    SPANS,
                    (span, clip) ->
                            consumer.accept(rows.textToVideo(read(span, PoseSpan.class), read(clip, ClipPosed.class))));
            return rows;
        });
    }

    private static Map<String, Map<String, String>> parameters(Connection connection) throws SQLException {
        Map<String, Map<String, String>> all = new HashMap<>();
        each(
                connection,
                "select params_hash, document from stage_parameters",
                (hash, document) -> all.put(hash, EventJson.readTexts(document.getBytes(UTF_8))));
        return all;
    }

    @FunctionalInterface
    private interface Pair {
        void accept(String first, String second);
    }

    private static void each(Connection connection, String query, Pair pair) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(PORTION);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    pair.accept(result.getString(1), result.getString(2));
                }
            }
        }
    }

    private static <T> T read(String document, Class<T> type) {
        return EventJson.read(document.getBytes(UTF_8), type);
    }
}
