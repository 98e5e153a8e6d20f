package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemTests;
import org.magicanime.dataset.domain.review.Look;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.QueueItem;
import org.magicanime.dataset.domain.review.SampleEstimate;
import org.magicanime.dataset.domain.review.ValueFilter;
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

    private static final String OF_ITEM = " join %s l on l.item_id = %s.item_id and l.stage = '%s' and l.kind = '%s'";

    private static final String UNDECIDED = " and not exists (select from review_decision d"
            + " where d.subset = ? and d.item_id = l.item_id and " + ReviewStatements.LOOKED_AT + ")";

    /// At what a rule decided nobody looked.
    private static final String NOT_LOOKED_AT = " and not exists (select from review_decision d"
            + " join review r on r.digest = d.digest where d.subset = ? and d.item_id = l.item_id"
            + " and d.question = 'keep' and d.decision <> 'open' and r.rule is null)";

    private static final String OPEN = " where q.stage = ? and q.kind = ? and not q.%s"
            + " and (l.left_out is null or l.left_out = 'undecided')" + UNDECIDED;

    /// The index has no rows without a margin. No item is without one, which PostgreSQL does not know.
    private static final String IN_INDEX = " and q.margin is not null";

    private static final String DECIDED =
            " where d.subset = ? and d.question = 'keep' and %s and not (? = any(d.voters))"
                    + " and l.left_out is distinct from 'made-from-rejected'";

    private static final String WANTED = " where d.subset = ? and d.question = 'again' and d.decision = 'look-again'"
            + " and l.left_out is distinct from 'made-from-rejected'";

    /// Who wants that of an item does not decide now.
    private static final String NOT_WANTED_BY = " and not exists (select from review_decision w where w.subset = ?"
            + " and w.item_id = l.item_id and w.question = 'again' and ? = any(w.voters))";

    private static final String FREE = " and not exists (select from review_loan b where b.subset = ?"
            + " and b.item_id = l.item_id and b.until > clock_timestamp())";

    /// Of an undecided item also the test that it missed.
    private static final String MEASURED = " and (exists (select from json_array_elements(l.document -> 'measures') m"
            + " where m ->> 'rule' = ? and (m ->> 'value')::float8 %1$s ?)"
            + " or l.outcome = 'undecided' and u.document ->> 'rule' = ?"
            + " and (u.document ->> 'measured')::float8 %1$s ?)";

    /// As the index has it.
    private static final String ORDER =
            " order by %1$s.kind, %1$s.outcome desc, %1$s.margin, %1$s.item_id, %1$s.params_hash limit ?";

    /// So that what is looked at of a sample so far is one, too.
    private static final String BY_CHANCE = " order by i.place, l.item_id, l.params_hash limit ?";

    /// Who said it again of an item is shown the others first.
    private static final String LONGEST_FIRST = " order by d.decided_at, l.item_id, l.params_hash limit ?";

    private static final String SOME = " order by hashtextextended(l.item_id, 0), l.params_hash limit ?";

    /// Ways in which items may be made before fewer of them are given than were asked for.
    private static final int VERSIONS = 8;

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
        if (filter.look() != Look.SAMPLE) {
            Queries.onlyLookUp(connection);
        }
        if (filter.look() == Look.FIRST && filter.videoId() == null) {
            inOrder(connection);
        }
        DataSubset only = filter.subset();
        List<QueueItem> items = new ArrayList<>();
        for (DataSubset subset : only == null ? ALL : List.of(only)) {
            List<Object> values = new ArrayList<>();
            String query = query(COLUMNS, subset, values) + order();
            values.add(skip + most);
            List<QueueItem> found = Queries.all(connection, query, values, row -> item(subset, row));
            // Their order follows from what people said.
            items.addAll(filter.look() == Look.AGAIN ? withHistories(connection, subset, found) : found);
        }
        switch (filter.look()) {
            case AGAIN -> items.sort(QueueItem.LONGEST_FIRST);
            case FIRST, SECOND, CONFLICT -> items.sort(QueueItem.IN_ORDER);
            case SAMPLE -> {
                // By chance, as they were read.
            }
        }
        List<QueueItem> page = items.stream().skip(skip).limit(most).toList();
        return filter.look() == Look.AGAIN ? page : withHistories(connection, page);
    }

    private List<QueueItem> withHistories(Connection connection, List<QueueItem> items) throws SQLException {
        Map<DataSubset, Iterator<QueueItem>> done = new EnumMap<>(DataSubset.class);
        for (Map.Entry<DataSubset, List<QueueItem>> each :
                items.stream().collect(Collectors.groupingBy(QueueItem::subset)).entrySet()) {
            done.put(
                    each.getKey(),
                    withHistories(connection, each.getKey(), each.getValue()).iterator());
        }
        return items.stream()
                .map(each -> Objects.requireNonNull(done.get(each.subset())).next())
                .toList();
    }

    private List<QueueItem> withHistories(Connection connection, DataSubset subset, List<QueueItem> items)
            throws SQLException {
        Object[] ids = items.stream()
                .map(each -> each.entry().key().itemId())
                .distinct()
                .toArray();
        Map<String, List<ReviewDecided>> histories = Queries.all(
                        connection,
                        ReviewStatements.HISTORIES,
                        List.of(connection.createArrayOf("text", ids), subset.toString()),
                        row -> EventJson.read(row.getString(1).getBytes(UTF_8), ReviewDecided.class))
                .stream()
                .collect(Collectors.groupingBy(ReviewDecided::itemId));
        return items.stream()
                .map(each ->
                        each.with(histories.getOrDefault(each.entry().key().itemId(), List.of()), filter.reviewer()))
                .toList();
    }

    long count(Connection connection, DataSubset subset) throws SQLException {
        List<Object> values = new ArrayList<>();
        String query = query("select count(distinct l.item_id)", subset, values);
        return Queries.all(connection, query, values, row -> row.getLong(1)).getFirst();
    }

    /// Some of the items, the same ones each time, in one version each.
    List<QueueItem> some(Connection connection, DataSubset subset, int most) throws SQLException {
        List<Object> values = new ArrayList<>();
        String query = query(COLUMNS, subset, values) + SOME;
        values.add(VERSIONS * most);
        Map<String, QueueItem> byId = new LinkedHashMap<>();
        for (QueueItem each : Queries.all(connection, query, values, row -> item(subset, row))) {
            byId.putIfAbsent(each.entry().key().itemId(), each);
        }
        return byId.values().stream().limit(most).toList();
    }

    /// Walks along the index and ends when it has enough. Else PostgreSQL takes nearly all items for decided about, and
    /// sorts all of them. A single film has few.
    private static void inOrder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local enable_sort = off");
            statement.execute("set local max_parallel_workers_per_gather = 0");
        }
    }

    /// Ids of the items of the sample, as `item_id`, and their `place` in it.
    ///
    /// @param values of the query's parameters; those of this one are added
    private String sample(DataSubset subset, List<Object> values) {
        values.add(filter.sample().seed());
        StringBuilder query = new StringBuilder("select l.item_id, hashtextextended(l.item_id, ?) as place from ")
                .append(view(subset))
                .append(" l where l.outcome = 'kept' and l.left_out is distinct from 'made-from-rejected'");
        ofFilms(query, values);
        values.add(filter.sample().size());
        return query.append(" group by l.item_id order by place, l.item_id limit ?")
                .toString();
    }

    SampleEstimate estimate(Connection connection, DataSubset subset) throws SQLException {
        List<Object> values = new ArrayList<>();
        String query = "select count(*), count(*) filter (where d.decision <> 'open'),"
                + " count(*) filter (where d.decision = 'rejected') from ("
                + sample(subset, values) + ") i left join (review_decision d join review r on r.digest = d.digest"
                + " and r.rule is null) on d.subset = ?"
                + " and d.item_id = i.item_id and d.question = 'keep' and not d.conflict";
        values.add(subset.toString());
        return Queries.all(
                        connection,
                        query,
                        values,
                        row -> new SampleEstimate(row.getInt(1), row.getInt(2), row.getInt(3)))
                .getFirst();
    }

    private void ofFilms(StringBuilder query, List<Object> values) {
        if (filter.videoId() != null) {
            query.append(" and l.video_id = ?");
            values.add(filter.videoId());
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
    }

    /// @param columns the query's beginning
    /// @param values of the query's parameters are added
    private String query(String columns, DataSubset subset, List<Object> values) {
        boolean first = filter.look() == Look.FIRST;
        StringBuilder query = new StringBuilder(columns);
        switch (filter.look()) {
            case FIRST -> query.append(" from ledger q").append(ALONG_INDEX.formatted(view(subset)));
            case SAMPLE ->
                query.append(" from (")
                        .append(sample(subset, values))
                        .append(") i")
                        .append(OF_ITEM.formatted(view(subset), "i", subset.stage(), subset.kind()));
            case SECOND, CONFLICT, AGAIN ->
                query.append(" from review_decision d")
                        .append(OF_ITEM.formatted(view(subset), "d", subset.stage(), subset.kind()));
        }
        query.append(ItemListQuery.CHARACTER).append(MISSED);
        switch (filter.look()) {
            case FIRST -> {
                query.append(OPEN.formatted(mark(subset)));
                values.add(subset.stage());
                values.add(subset.kind().toString());
                values.add(subset.toString());
            }
            case SAMPLE -> {
                query.append(" where l.outcome = 'kept'").append(NOT_LOOKED_AT);
                values.add(subset.toString());
            }
            case SECOND, CONFLICT -> {
                query.append(DECIDED.formatted(condition()));
                values.add(subset.toString());
                values.add(filter.reviewer());
            }
            case AGAIN -> {
                query.append(WANTED);
                values.add(subset.toString());
            }
        }
        if (!first && filter.look() != Look.AGAIN) {
            query.append(NOT_WANTED_BY);
            values.add(subset.toString());
            values.add(filter.reviewer());
        }
        ofFilms(query, values);
        if (first && filter.videoId() != null) {
            query.append(" and q.video_id = ?");
            values.add(filter.videoId());
        } else if (first) {
            query.append(IN_INDEX);
        }
        if (freeOnly) {
            query.append(FREE);
            values.add(subset.toString());
        }
        ValueFilter value = filter.value();
        if (value != null) {
            query.append(MEASURED.formatted(value.below() ? "<" : ">"));
            for (int i = 0; i < 2; i++) {
                values.add(value.rule());
                values.add(value.limit());
            }
        }
        return query.toString();
    }

    private String order() {
        return switch (filter.look()) {
            case FIRST -> ORDER.formatted("q");
            case SECOND, CONFLICT -> ORDER.formatted("l");
            case SAMPLE -> BY_CHANCE;
            case AGAIN -> LONGEST_FIRST;
        };
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
                measures,
                List.of(),
                null,
                null);
    }

    private static List<Measure> missed(@Nullable String rejection) {
        return rejection == null
                ? List.of()
                : ItemTests.of(EventJson.read(rejection.getBytes(UTF_8), ItemRejected.class));
    }
}
