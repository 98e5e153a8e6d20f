package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.dataset.domain.LedgerRow;
import org.magicanime.dataset.domain.LedgerRow.Film;
import org.magicanime.dataset.domain.LedgerRow.MadeFrom;
import org.magicanime.dataset.domain.LedgerRow.Picture;
import org.magicanime.dataset.domain.LedgerRow.Reason;
import org.magicanime.stage.EventJson;

/// Merges a row into the table, as {@link LedgerRow#merge} does in memory.
final class RowStatement {
    /// Columns that the row that stands decides.
    private static final List<String> DECIDED = List.of(
            "outcome",
            "digest",
            "video_id",
            "made_from",
            "made_from_params",
            "first_frame",
            "end_frame",
            "frames",
            "width",
            "height",
            "fps",
            "code",
            "measured",
            "threshold",
            "style",
            "title",
            "object",
            "document");

    /// A row that is there and says the same is not touched.
    static final String UPSERT = "insert into ledger as known (stage, kind, item_id, params_hash, contradictory, "
            + String.join(", ", DECIDED)
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)"
            + " on conflict (stage, kind, item_id, params_hash) do update set contradictory = true, "
            + DECIDED.stream().map(RowStatement::ofTheOneThatStands).collect(Collectors.joining(", "))
            + " where excluded.digest <> known.digest or excluded.contradictory and not known.contradictory";

    private RowStatement() {}

    private static String ofTheOneThatStands(String column) {
        return column
                + " = case when (excluded.outcome, excluded.digest) < (known.outcome, known.digest) then excluded."
                + column + " else known." + column + " end";
    }

    static void fill(PreparedStatement statement, LedgerRow row) throws SQLException {
        statement.setString(1, row.key().stage());
        statement.setString(2, row.key().kind().toString());
        statement.setString(3, storable(row.key().itemId()));
        statement.setString(4, row.key().paramsHash());
        statement.setBoolean(5, row.contradictory());
        statement.setString(6, row.outcome().toString());
        statement.setString(7, row.digest());
        statement.setString(8, row.videoId());
        MadeFrom madeFrom = row.madeFrom();
        statement.setString(9, madeFrom == null ? null : madeFrom.itemId());
        statement.setString(10, madeFrom == null ? null : madeFrom.paramsHash());
        FrameSpan span = row.span();
        statement.setObject(11, span == null ? null : span.first(), Types.BIGINT);
        statement.setObject(12, span == null ? null : span.end(), Types.BIGINT);
        statement.setLong(13, row.frames());
        Picture picture = row.picture();
        statement.setObject(14, picture == null ? null : picture.width(), Types.INTEGER);
        statement.setObject(15, picture == null ? null : picture.height(), Types.INTEGER);
        statement.setObject(16, picture == null ? null : picture.framesPerSecond(), Types.DOUBLE);
        Reason reason = row.reason();
        statement.setString(17, reason == null ? null : reason.code());
        statement.setObject(18, reason == null ? null : reason.measured(), Types.DOUBLE);
        statement.setObject(19, reason == null ? null : reason.threshold(), Types.DOUBLE);
        Film film = row.film();
        statement.setString(20, film == null ? null : film.style().toString());
        statement.setString(21, film == null ? null : storable(film.title()));
        statement.setString(22, film == null ? null : storable(film.object()));
        statement.setString(23, new String(EventJson.write(row.document()), UTF_8));
    }

    /// PostgreSQL's text has no NUL; a stranger's may.
    static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
