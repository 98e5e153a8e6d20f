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
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemTests;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.QueueItem;
import org.magicanime.dataset.domain.review.ReviewReader;
import org.magicanime.stage.EventJson;

/// What people decided, and what is left to decide.
public final class PostgresReviews implements ReviewReader {
    private static final String HISTORY = "select document from review where item_id = ? and subset = ?"
            + " order by decided_at desc, caution desc, digest desc";

    /// The rejection of what is undecided has the test that was missed.
    private static final String MISSED = " left join ledger u on l.outcome = 'undecided' and u.video_id = l.video_id"
            + " and u.stage = l.stage and u.params_hash = l.params_hash and u.first_frame = l.first_frame"
            + " and u.kind = 'stretch'";

    private static final String OPEN = " where (l.left_out is null or l.left_out = 'undecided') and not exists"
            + " (select from review_decision d where d.subset = ? and d.item_id = l.item_id and d.question = 'keep'"
            + " and d.decision <> 'open')";

    /// The index has no rows without a margin. No item is without one, which PostgreSQL does not know.
    private static final String IN_INDEX = " and l.margin is not null";

    /// As the index has it.
    private static final String ORDER = " order by l.kind, l.outcome desc, l.margin, l.item_id, l.params_hash limit ?";

    private static final List<DataSubset> ALL = List.of(
            DataSubset.AUDIO_DRIVEN, DataSubset.FACE_REENACTMENT, DataSubset.POSE_DRIVEN, DataSubset.IMAGE_TO_VIDEO);

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
                HISTORY,
                List.of(itemId, subset.toString()),
                row -> EventJson.read(row.getString(1).getBytes(UTF_8), ReviewDecided.class)));
    }

    @Override
    public List<QueueItem> queue(QueueFilter filter, int skip, int most) {
        if (filter.style() != null || filter.title() != null) {
            summaries.refresh();
        }
        DataSubset only = filter.subset();
        List<QueueItem> items = new ArrayList<>();
        for (DataSubset subset : only == null ? ALL : List.of(only)) {
            items.addAll(database.read(connection -> {
                Queries.onlyLookUp(connection);
                if (filter.videoId() == null) {
                    inOrder(connection);
                }
                List<Object> values = new ArrayList<>();
                String query = query(subset, filter, skip + most, values);
                return Queries.all(connection, query, values, row -> item(subset, row));
            }));
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

    private static String query(DataSubset subset, QueueFilter filter, int most, List<Object> values) {
        StringBuilder query = new StringBuilder(PostgresItems.ENTRY)
                .append(", l.document, l.margin, l.fps, u.document, coalesce((select s.style from film_summary s")
                .append(" where s.video_id = l.video_id), 'unknown') from ")
                .append(view(subset))
                .append(" l")
                .append(ItemListQuery.CHARACTER)
                .append(MISSED)
                .append(OPEN);
        values.add(subset.toString());
        if (filter.videoId() != null) {
            query.append(" and l.video_id = ?");
            values.add(filter.videoId());
        } else {
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
        values.add(most);
        return query.append(ORDER).toString();
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
