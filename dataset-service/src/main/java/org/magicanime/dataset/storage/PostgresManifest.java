package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.dataset.domain.ItemCaption;
import org.magicanime.dataset.domain.ItemMarks;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.ManifestRows;
import org.magicanime.dataset.domain.review.PointLayout;
import org.magicanime.stage.EventJson;

/// The manifest of what the ledger has.
public final class PostgresManifest implements ManifestReader {
    private static final String CLIPS = "select c.document, " + CaptionQueries.COLUMNS + " from reviewed_clip c"
            + CaptionQueries.OF_CLIP + " where c.left_out is null order by c.item_id, c.params_hash";
    private static final String SPANS = spans("reviewed_span");
    private static final String MOTIONS = spans("reviewed_motion");

    private static final String FACES = "select f.document, c.document, h.character_id, h.confidence, "
            + CorrectionQueries.COLUMN
            + " from reviewed_face f"
            + " join ledger c on c.stage = f.stage and c.kind = 'clip' and c.params_hash = f.params_hash"
            + " and c.video_id = f.video_id and c.digest = f.digest"
            + " left join face_character h on h.face_id = f.item_id and h.params_hash = f.params_hash"
            + CorrectionQueries.ofFace("f", "f.params_hash")
            + " where f.left_out is null order by f.item_id, f.params_hash";

    private static final String SPEECH = "select s.document, c.document, " + CorrectionQueries.COLUMN
            + " from reviewed_speech s"
            + " join ledger c on c.stage = s.stage and c.kind = 'clip' and c.params_hash = s.params_hash"
            + " and c.video_id = s.video_id and c.digest = s.digest"
            + CorrectionQueries.ofFace("s", "c.made_from_params")
            + " where s.left_out is null order by s.item_id, s.params_hash";

    private static final String MARKS = "select r.document from review_decision d join review r on r.digest = d.digest"
            + " where d.question in ('difficulty', 'benchmark')"
            + " and d.decision in ('graded', 'preferred', 'excluded')";

    private final LedgerDatabase database;

    public PostgresManifest(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public void read(Consumer<ManifestRow> consumer) {
        database.readWithCharacters(connection -> {
            ManifestRows rows = new ManifestRows(parameters(connection), marks(connection));
            // In the order of the subsets' names.
            Queries.each(connection, SPEECH, row -> {
                consumer.accept(rows.audioDriven(
                        read(row.getString(1), SpeechClip.class),
                        read(row.getString(2), SpeechExtracted.class),
                        CorrectionQueries.files(row, 3, PointLayout.LANDMARKS)));
                return row;
            });
            Queries.each(connection, FACES, row -> {
                consumer.accept(rows.faceReenactment(
                        read(row.getString(1), FaceClip.class),
                        read(row.getString(2), FacesCropped.class),
                        PostgresCharacters.character(row, 3),
                        CorrectionQueries.files(row, 5, PointLayout.LANDMARKS)));
                return row;
            });
            Queries.each(connection, CLIPS, row -> {
                consumer.accept(
                        rows.imageToVideo(read(row.getString(1), ClipCut.class), CaptionQueries.general(row, 2)));
                return row;
            });
            spans(
                    connection,
                    SPANS,
                    (span, clip, caption, corrected) ->
                            consumer.accept(rows.poseDriven(span, clip, caption, corrected)));
            spans(
                    connection,
                    MOTIONS,
                    (span, clip, caption, corrected) -> consumer.accept(rows.textToVideo(span, clip, caption)));
            return rows;
        });
    }

    private static String spans(String items) {
        return "select s.document, c.document, " + CaptionQueries.COLUMNS + ", " + CorrectionQueries.COLUMN + " from "
                + items + " s"
                + " join ledger c on c.stage = s.stage and c.kind = 'clip' and c.item_id = s.made_from"
                + " and c.params_hash = s.params_hash and c.digest = s.digest" + CaptionQueries.OF_SPAN
                + CorrectionQueries.ofSpan("s")
                + " where s.left_out is null order by s.item_id, s.params_hash";
    }

    private interface SpanConsumer {
        void accept(PoseSpan span, ClipPosed clip, ItemCaption caption, Map<String, ArtifactRef> corrected);
    }

    private static void spans(Connection connection, String query, SpanConsumer consumer) throws SQLException {
        Queries.each(connection, query, row -> {
            consumer.accept(
                    read(row.getString(1), PoseSpan.class),
                    read(row.getString(2), ClipPosed.class),
                    CaptionQueries.motion(row, 3),
                    CorrectionQueries.files(row, 6, PointLayout.KEYPOINTS));
            return row;
        });
    }

    private static Map<String, Map<String, String>> parameters(Connection connection) throws SQLException {
        Map<String, Map<String, String>> all = new HashMap<>();
        Queries.each(connection, "select params_hash, document from stage_parameters", row -> {
            all.put(row.getString(1), EventJson.readTexts(row.getString(2).getBytes(UTF_8)));
            return row;
        });
        return all;
    }

    private static Map<String, ItemMarks> marks(Connection connection) throws SQLException {
        Map<String, ItemMarks> all = new HashMap<>();
        Queries.each(connection, MARKS, row -> {
            ReviewDecided decided = read(row.getString(1), ReviewDecided.class);
            all.merge(
                    ManifestRows.name(decided.subset().toString(), decided.itemId()),
                    ItemMarks.NONE.with(decided),
                    (before, now) -> before.with(decided));
            return row;
        });
        return all;
    }

    private static <T> T read(String document, Class<T> type) {
        return EventJson.read(document.getBytes(UTF_8), type);
    }
}
