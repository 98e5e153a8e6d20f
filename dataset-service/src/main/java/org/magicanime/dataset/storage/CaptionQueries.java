package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.dataset.domain.ItemCaption;
import org.magicanime.stage.EventJson;

/// How queries find the caption of a clip or span. Of those that were made with several parameters the first by their
/// hash counts, so that the same events give the same one whatever their order.
final class CaptionQueries {
    /// Three columns, which {@link #general} or {@link #motion} reads.
    static final String COLUMNS = "m.document, m.params_hash, w.caption";

    /// To a clip `c` of the segment stage.
    static final String OF_CLIP = " left join lateral (select l.document, l.params_hash from ledger l"
            + " where l.stage = 'caption' and l.kind = 'clip' and l.item_id = c.item_id"
            + " and l.document ->> 'clipParamsHash' = c.params_hash order by l.params_hash limit 1) m on true"
            + corrected("image-to-video", "c");

    /// To a span `s` of the keypoint stage.
    static final String OF_SPAN = " left join lateral (select l.document, l.params_hash from ledger l"
            + " where l.stage = 'caption' and l.kind = 'motion' and l.item_id = s.item_id"
            + " and l.made_from_params = s.params_hash order by l.params_hash limit 1) m on true"
            + corrected("text-to-video", "s");

    private CaptionQueries() {}

    /// A person's caption of an item, in the column `w.caption`.
    static String corrected(String subset, String item) {
        return " left join review_decision w on w.subset = '" + subset + "' and w.item_id = " + item
                + ".item_id and w.question = 'caption' and w.decision = 'captioned'";
    }

    /// @param column the first of {@link #COLUMNS}
    static ItemCaption general(ResultSet row, int column) throws SQLException {
        String document = row.getString(column);
        return new ItemCaption(
                document == null
                        ? null
                        : EventJson.read(document.getBytes(UTF_8), ClipCaptioned.class)
                                .general(),
                row.getString(column + 1),
                row.getString(column + 2));
    }

    /// @param column the first of {@link #COLUMNS}
    static ItemCaption motion(ResultSet row, int column) throws SQLException {
        String document = row.getString(column);
        return new ItemCaption(
                document == null ? null : EventJson.read(document.getBytes(UTF_8), Caption.class),
                row.getString(column + 1),
                row.getString(column + 2));
    }
}
