package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Measure;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemTests;
import org.magicanime.dataset.domain.review.Look;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.QueueItem;
import org.magicanime.stage.EventJson;

/// The beginning of the queue. Items about which nobody decided are read along an index; of the others there are few.
final class QueueQuery {
    private static final String COLUMNS = PostgresItems.ENTRY + ", l.document, l.margin, l.fps, u.document,"
            + " coalesce((select s.style from film_summary s where s.video_id = l.video_id), 'unknown')";

    /// The rejection of what is undecided has the test that was missed.
    private static final String MISSED = " left join ledger u on l.outcome = 'undecided' and u.video_id = l.video_id"
            + " and u.stage = l.stage and u.params_hash = l.params_hash and u.first_frame = l.first_frame"
            + " and u.kind = 'stretch'";

    /// The row of the index, and what became of it.
    private static final String ALONG_INDEX = " join %s l on (l.stage, l.kind, l.item_id, l.params_hash)"
            + " = (q.stage, q.kind, q.item_id, q.params_hash)";

    private static final String OPEN = " where q.stage = ? and q.kind = ? and not q.%s"
            + " and (l.left_out is null or l.left_out = 'undecided') and not exists (select from review_decision d"
            + " where d.subset = ? and d.item_id = l.item_id and d.question = 'keep' and d.decision <> 'open')";

    /// The index has no rows without a margin. No item is without one, which PostgreSQL does not know.
    private static final String IN_INDEX = " and q.margin is not null";

    private static final String DECIDED =
            " where d.subset = ? and d.question = 'keep' and %s and not (? = any(d.voters))"
                    + " and l.left_out is distinct from 'made-from-rejected'";

    private static final String FREE = " and not exists (select from review_loan b where b.subset = ?"
            + " and b.item_id = l.item_id and b.until > clock_timestamp())";

    /// As the index has it.
    private static final String ORDER =
            " order by %1$s.kind, %1$s.outcome desc, %1$s.margin, %1$s.item_id, %1$s.params_hash limit ?";

    private static final List<DataSubset> ALL = List.of(
            DataSubset.AUDIO_DRIVEN, DataSubset.FACE_REENACTMENT, DataSubset.POSE_DRIVEN, DataSubset.IMAGE_TO_VIDEO);

    private final QueueFilter filter;
    private final boolean freeOnly;

    /// @param freeOnly leaves out what is lent
    QueueQuery(QueueFilter filter, boolean freeOnly) {
        this.filter = filter;
        this.freeOnly = freeOnly;
    }

    /// Whether the sums of films have to be up to date for it.
    boolean needsSums() {
        return filter.style() != null || filter.title() != null;
    }

    List<QueueItem> items(Connection connection, int skip, int most) throws SQLException {
        Queries.onlyLookUp(connection);
        if (filter.look() == Look.FIRST && filter.videoId() == null) {
            inOrder(connection);
        }
        DataSubset only = filter.subset();
        List<QueueItem> items = new ArrayList<>();
        for (DataSubset subset : only == null ? ALL : List.of(only)) {
            List<Object> values = new ArrayList<>();
            String query = query(subset, skip + most, values);
            items.addAll(Queries.all(connection, query, values, row -> item(subset, row)));
        }
        return items.stream().sorted(QueueItem.IN_ORDER).skip(skip).limit(most).toList();
    }

    /// Walks along the index and ends when it has enough. Else PostgreSQL takes nearly all items for decided about, and
    /// sorts all of them. A single film has few.
    private static void inOrder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local enable_sort = off");
            statement.execute("set local max_parallel_workers_per_gather = 0");
        }
    }

    private String query(DataSubset subset, int most, List<Object> values) {
        boolean first = filter.look() == Look.FIRST;
        StringBuilder query = new StringBuilder(COLUMNS)
                .append(first ? " from ledger q" + ALONG_INDEX.formatted(view(subset)) : decided(subset))
                .append(ItemListQuery.CHARACTER)
                .append(MISSED)
                .append(first ? OPEN.formatted(mark(subset)) : DECIDED.formatted(condition()));
        if (first) {
            values.add(subset.stage());
            values.add(subset.kind().toString());
            values.add(subset.toString());
        } else {
            values.add(subset.toString());
            values.add(filter.reviewer());
        }
        if (filter.videoId() != null) {
            query.append(" and l.video_id = ?");
            values.add(filter.videoId());
            if (first) {
                query.append(" and q.video_id = ?");
                values.add(filter.videoId());
            }
        } else if (first) {
            query.append(IN_INDEX);
        }
        if (filter.style() != null) {
            query.append(" and exists (select from film_summary s where s.video_id = l.video_id and s.style = ?)");
            values.add(filter.style());
        }
        if (filter.title() != null) {
            query.append(" and exists (select from film_summary s where s.video_id = l.video_id"
                    + " and strpos(lower(s.title), lower(?)) > 0)");
            values.add(filter.title());
        }
        if (freeOnly) {
            query.append(FREE);
            values.add(subset.toString());
        }
        values.add(most);
        return query.append(ORDER.formatted(first ? "q" : "l")).toString();
    }

    private static String decided(DataSubset subset) {
        return " from review_decision d join " + view(subset) + " l on l.item_id = d.item_id and l.stage = '"
                + subset.stage() + "' and l.kind = '" + subset.kind() + "'";
    }

    private String condition() {
        return filter.look() == Look.CONFLICT ? "d.conflict" : "cardinality(d.voters) = 1";
    }

    /// The column that says that somebody decided about it.
    static String mark(DataSubset subset) {
        return subset == DataSubset.TEXT_TO_VIDEO ? "motion_looked_at" : "looked_at";
    }

    private static String view(DataSubset subset) {
        return switch (subset) {
            case IMAGE_TO_VIDEO -> "reviewed_clip";
            case POSE_DRIVEN -> "reviewed_span";
            case TEXT_TO_VIDEO -> "reviewed_motion";
            case FACE_REENACTMENT -> "reviewed_face";
            case AUDIO_DRIVEN -> "reviewed_speech";
        };
    }

    private static QueueItem item(DataSubset subset, ResultSet row) throws SQLException {
        ItemEntry entry = PostgresItems.entry(row);
        PostgresItems.Content content =
                PostgresItems.content(entry, row.getString(16).getBytes(UTF_8));
        List<Measure> measures = new ArrayList<>(content.measures());
        measures.addAll(missed(row.getString(19)));
        return new QueueItem(
                subset,
                entry,
                row.getDouble(17),
                row.getString(20),
                Queries.number(row, 18),
                content.files(),
                measures);
    }

    private static List<Measure> missed(@Nullable String rejection) {
        return rejection == null
                ? List.of()
                : ItemTests.of(EventJson.read(rejection.getBytes(UTF_8), ItemRejected.class));
    }
}
