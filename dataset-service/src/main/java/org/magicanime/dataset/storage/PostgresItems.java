package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemFiles;
import org.magicanime.dataset.domain.ItemFilter;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.ItemReader;
import org.magicanime.dataset.domain.ItemTests;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.LedgerRow.Reason;
import org.magicanime.dataset.domain.Outcome;
import org.magicanime.stage.EventJson;

/// Lists and single items of the ledger.
public final class PostgresItems implements ItemReader {
    private static final int MOST_MADE = 200;
    static final String ENTRY = "select l.stage, l.kind, l.item_id, l.params_hash, l.outcome, l.video_id, "
            + ItemListQuery.TITLE + ", l.first_frame, l.end_frame, l.frames, l.code, l.measured, l.threshold,"
            + " h.character_id, h.confidence";
    private static final String FROM = ItemListQuery.FROM + ItemListQuery.CHARACTER;
    private static final String ORDER = " order by l.stage, l.kind, l.item_id, l.params_hash limit ?";

    private final LedgerDatabase database;
    private final FilmSummaries summaries;
    private final FilmCharacters characters;

    public PostgresItems(LedgerDatabase database) {
        this.database = database;
        this.summaries = new FilmSummaries(database);
        this.characters = new FilmCharacters(database);
    }

    @Override
    public List<ItemEntry> list(ItemFilter filter, @Nullable LedgerKey after, int most) {
        if (filter.style() != null) {
            summaries.refresh();
        }
        if (filter.character() != null) {
            characters.refresh();
        }
        ItemListQuery query = new ItemListQuery(ENTRY, filter, after, most);
        return database.read(connection -> {
            Queries.onlyLookUp(connection);
            return Queries.all(connection, query.text(), query.values(), PostgresItems::entry);
        });
    }

    @Override
    public Optional<ItemDetails> find(LedgerKey key) {
        if (key.kind() == ItemKind.FACE) {
            characters.refresh();
        }
        return database.read(connection -> {
            String query = ENTRY + ", l.contradictory, l.document, l.made_from, l.made_from_params, p.document"
                    + FROM + " left join stage_parameters p on p.params_hash = l.params_hash"
                    + " where (l.stage, l.kind, l.item_id, l.params_hash) = (?, ?, ?, ?)";
            List<String> values = List.of(key.stage(), key.kind().toString(), key.itemId(), key.paramsHash());
            return Queries.all(connection, query, values, row -> details(connection, row)).stream()
                    .findFirst();
        });
    }

    private static ItemDetails details(Connection connection, ResultSet row) throws SQLException {
        ItemEntry entry = entry(row);
        String document = row.getString(17);
        String parameters = row.getString(20);
        Content content = content(entry, document.getBytes(UTF_8));
        SortedMap<String, ArtifactRef> files = new TreeMap<>(content.files());
        if (entry.outcome() != Outcome.REJECTED) {
            files.putAll(CorrectionQueries.files(connection, entry.key()));
        }
        return new ItemDetails(
                entry,
                row.getBoolean(16),
                document,
                files,
                withMissed(connection, entry, content.measures()),
                parameters == null ? new TreeMap<>() : new TreeMap<>(EventJson.readTexts(parameters.getBytes(UTF_8))),
                madeFrom(connection, row.getString(18), row.getString(19)),
                Queries.all(
                        connection,
                        ENTRY + FROM + " where l.made_from = ? and l.made_from_params = ?" + ORDER,
                        List.of(entry.key().itemId(), entry.key().paramsHash(), MOST_MADE),
                        PostgresItems::entry));
    }

    /// What is undecided has passed the tests before the one that its rejection names.
    private static List<Measure> withMissed(Connection connection, ItemEntry entry, List<Measure> passed)
            throws SQLException {
        FrameSpan span = entry.span();
        String film = entry.videoId();
        if (entry.outcome() != Outcome.UNDECIDED || span == null || film == null) {
            return passed;
        }
        List<Measure> all = new ArrayList<>(passed);
        Queries.each(
                connection,
                "select document from ledger where video_id = ? and stage = ? and params_hash = ? and first_frame = ?"
                        + " and kind = 'stretch'",
                List.of(film, entry.key().stage(), entry.key().paramsHash(), span.first()),
                row -> all.addAll(ItemTests.of(EventJson.read(row.getString(1).getBytes(UTF_8), ItemRejected.class))));
        return all;
    }

    private record Made(
            ItemEntry entry,
            @Nullable String from,
            @Nullable String fromParams) {}

    /// The chain up to the film.
    private static List<ItemEntry> madeFrom(Connection connection, @Nullable String item, @Nullable String params)
            throws SQLException {
        List<ItemEntry> chain = new ArrayList<>();
        String next = item;
        String nextParams = params;
        while (next != null) {
            List<Made> above = Queries.all(
                    connection,
                    ENTRY + ", l.made_from, l.made_from_params" + FROM
                            // A span that is all of its clip has its id, too; faces are made from the span.
                            + " where l.item_id = ? and l.params_hash = ? and l.outcome <> 'rejected'"
                            + " order by l.stage desc, l.kind desc",
                    List.of(next, nextParams == null ? "" : nextParams),
                    row -> new Made(entry(row), row.getString(16), row.getString(17)));
            if (above.isEmpty()) {
                break;
            }
            Made made = above.getFirst();
            chain.addFirst(made.entry());
            // An item may be made from one with its own id, such as a span from its clip, but not from itself.
            boolean itself = next.equals(made.from()) && Objects.equals(nextParams, made.fromParams());
            next = itself ? null : made.from();
            nextParams = made.fromParams();
        }
        return chain;
    }

    static ItemEntry entry(ResultSet row) throws SQLException {
        Long first = row.getObject(8, Long.class);
        Long end = row.getObject(9, Long.class);
        String code = row.getString(11);
        return new ItemEntry(
                new LedgerKey(
                        row.getString(1),
                        ItemKind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getString(3),
                        row.getString(4)),
                Outcome.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getString(6),
                row.getString(7),
                first == null || end == null ? null : new FrameSpan(first, end),
                row.getLong(10),
                code == null
                        ? null
                        : new Reason(code, row.getObject(12, Double.class), row.getObject(13, Double.class)),
                PostgresCharacters.character(row, 14));
    }

    record Content(SortedMap<String, ArtifactRef> files, List<Measure> measures) {
        static final Content NONE = new Content(new TreeMap<>(), List.of());
    }

    static Content content(ItemEntry entry, byte[] json) {
        if (entry.outcome() == Outcome.REJECTED) {
            return new Content(new TreeMap<>(), ItemTests.of(EventJson.read(json, ItemRejected.class)));
        }
        return switch (entry.key().kind()) {
            case CLIP -> {
                if (entry.key().stage().equals("segment")) {
                    ClipCut clip = EventJson.read(json, ClipCut.class);
                    yield new Content(ItemFiles.of(clip), clip.measures());
                }
                yield new Content(
                        switch (entry.key().stage()) {
                            case "face-crop" -> ItemFiles.of(EventJson.read(json, FacesCropped.class));
                            case "caption" -> ItemFiles.of(EventJson.read(json, ClipCaptioned.class));
                            case "audio" -> ItemFiles.of(EventJson.read(json, SpeechExtracted.class));
                            default -> ItemFiles.of(EventJson.read(json, ClipPosed.class));
                        },
                        List.of());
            }
            case SPAN -> {
                PoseSpan span = EventJson.read(json, PoseSpan.class);
                yield new Content(ItemFiles.of(span), span.measures());
            }
            case FACE -> {
                FaceClip face = EventJson.read(json, FaceClip.class);
                yield new Content(ItemFiles.of(face), face.measures());
            }
            case SPEECH -> {
                SpeechClip speech = EventJson.read(json, SpeechClip.class);
                yield new Content(ItemFiles.of(speech), speech.measures());
            }
            case MOTION -> new Content(ItemFiles.of(EventJson.read(json, Caption.class)), List.of());
            case OBJECT, FILM, STRETCH -> Content.NONE;
        };
    }
}
