package org.magicanime.dataset.storage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.CharacterId;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemFilter;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.Outcome;

/// One page of a list: text and values of its query. Whatever is asked for, an index has the order, so that a page
/// needs no more rows than it shows and those that its filter passes over.
final class ItemListQuery {
    /// Of the row's film. Joined to it, PostgreSQL would read the titles of all films for a page of a list.
    static final String TITLE = "coalesce((select f.title from ledger f where f.stage = 'ingest' and f.kind = 'film'"
            + " and f.item_id = l.video_id and f.params_hash = ''), l.title, '')";

    static final String FROM = " from ledger l";

    /// Of the row's face, if it is one.
    static final String CHARACTER = " left join face_character h on l.kind = 'face' and h.face_id = l.item_id"
            + " and h.params_hash = l.params_hash";

    private static final String KEY = "l.stage, l.kind, l.item_id, l.params_hash";
    private static final String FILM_BY_FILM = " from film_summary s join ledger l on l.video_id = s.video_id";
    private static final String FILM_OF_KEY =
            "(select k.video_id from ledger k where (k.stage, k.kind, k.item_id, k.params_hash) = (?, ?, ?, ?))";

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /// @param after begin behind this one; absent for the beginning
    /// @param most how many
    /// @throws IllegalArgumentException if the filter's character is none
    ItemListQuery(String columns, ItemFilter filter, @Nullable LedgerKey after, int most) {
        // Reasons are rarer than films of a style: with one, its index leads.
        boolean filmByFilm = filter.style() != null && filter.code() == null;
        text.append(columns)
                .append(filmByFilm ? FILM_BY_FILM : FROM)
                .append(CHARACTER)
                .append(" where true");
        equal("l.video_id", filter.videoId());
        equal("l.stage", filter.stage());
        equal("l.kind", filter.kind());
        equal("l.outcome", filter.outcome());
        equal("l.code", filter.code());
        if (filter.character() != null) {
            equal("h.character_id", filter.character());
            // Its index leads to the few faces.
            equal("l.video_id", CharacterId.videoId(filter.character()));
        }
        DataSubset subset = filter.subset();
        if (subset != null) {
            equal("l.stage", subset.stage());
            equal("l.kind", subset.kind());
            equal("l.outcome", Outcome.KEPT);
        }
        if (filmByFilm) {
            equal("s.style", filter.style());
        } else if (filter.style() != null) {
            text.append(" and exists (select from film_summary s where s.video_id = l.video_id and s.style = ?)");
            values.add(filter.style());
        }
        if (after != null) {
            behind(after, filmByFilm);
        }
        text.append(" order by ")
                .append(filmByFilm ? "s.video_id, " : "")
                .append(KEY)
                .append(" limit ?");
        values.add(most);
    }

    private void behind(LedgerKey key, boolean filmByFilm) {
        List<String> parts = List.of(key.stage(), key.kind().toString(), key.itemId(), key.paramsHash());
        if (filmByFilm) {
            text.append(" and s.video_id >= ").append(FILM_OF_KEY);
            values.addAll(parts);
            text.append(" and (l.video_id, ")
                    .append(KEY)
                    .append(") > (")
                    .append(FILM_OF_KEY)
                    .append(", ?, ?, ?, ?)");
            values.addAll(parts);
        } else {
            text.append(" and (").append(KEY).append(") > (?, ?, ?, ?)");
        }
        values.addAll(parts);
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            text.append(" and ").append(column).append(" = ?");
            values.add(value.toString());
        }
    }

    String text() {
        return text.toString();
    }

    List<Object> values() {
        return values;
    }
}
