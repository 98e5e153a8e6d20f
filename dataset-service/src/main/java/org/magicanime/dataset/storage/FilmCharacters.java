package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.CharacterVerdict;
import org.magicanime.contracts.FaceAppearance;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.LedgerRow;
import org.magicanime.dataset.domain.character.CharacterClustering;
import org.magicanime.dataset.domain.character.Decisions;
import org.magicanime.dataset.domain.character.FaceCharacter;
import org.magicanime.dataset.domain.character.SeenFace;
import org.magicanime.stage.EventJson;

/// Keeps the characters of films up to date, for the films of whose faces something was told.
public final class FilmCharacters {
    private static final Logger LOG = Logger.getLogger(FilmCharacters.class);

    /// Films whose characters are found in one transaction.
    private static final int PORTION = 100;

    private static final String FACES = "select f.video_id, f.params_hash, f.item_id, f.first_frame,"
            + " f.document -> 'appearance' from standing_face f where f.video_id = any(?)"
            + " order by f.video_id, f.params_hash";

    private static final String COUNTS = "insert into film_characters (video_id, params_hash, faces, characters)"
            + " select video_id, params_hash, faces, count(*) from (select video_id, params_hash, count(*) as faces"
            + " from face_character where video_id = any(?) group by video_id, params_hash, character_id) c"
            + " group by 1, 2, 3";

    private static final String DECISIONS =
            "select video_id, face_id, other_face_id, verdict, decided_at from character_decision";

    private final LedgerDatabase database;

    public FilmCharacters(LedgerDatabase database) {
        this.database = database;
    }

    /// The faces of a film that were cropped with one set of parameters.
    private record Album(String videoId, String paramsHash) {}

    /// Notes that the characters of these films have to be found again, in the transaction that writes what was told.
    static void outdate(Connection connection, Collection<LedgerRow> rows, Collection<CharacterDecided> decisions)
            throws SQLException {
        TreeSet<String> films = new TreeSet<>();
        for (LedgerRow row : rows) {
            // Also of a clip without faces, which may stand now in the place of one with faces.
            if (row.videoId() != null && row.key().stage().equals(DataSubset.FACE_REENACTMENT.stage())) {
                films.add(row.videoId());
            }
        }
        decisions.forEach(each -> films.add(each.videoId()));
        if (films.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into stale_characters (video_id) select unnest(?)")) {
            insert.setArray(1, FilmSummaries.texts(connection, films));
            insert.execute();
        }
    }

    /// Whether nothing was told since of the faces as this connection sees them.
    static boolean areUpToDate(Connection connection) throws SQLException {
        return Queries.all(connection, "select 1 from stale_characters limit 1", row -> row.getInt(1))
                .isEmpty();
    }

    /// Finds characters with another threshold from now on, if it is another one.
    ///
    /// @throws DatabaseBusyException if the database cannot do it now
    public void setThreshold(double threshold) {
        boolean known = database.read(connection -> threshold(connection) == threshold);
        if (known) {
            return;
        }
        database.write(connection -> {
            lock(connection);
            try (PreparedStatement update =
                            connection.prepareStatement("update character_threshold set threshold = ?");
                    Statement all = connection.createStatement()) {
                update.setDouble(1, threshold);
                update.executeUpdate();
                return all.executeUpdate("insert into stale_characters (video_id)"
                        + " select distinct video_id from ledger where stage = 'face-crop' and kind = 'face'");
            }
        });
    }

    /// Finds the characters of all films of whose faces something was told before. Does nothing within
    /// {@link LedgerDatabase#atOneMoment}, where they are found already.
    ///
    /// @return how many films those were
    /// @throws DatabaseBusyException if the database cannot do it now
    public int refresh() {
        if (database.isAtOneMoment() || database.read(FilmCharacters::areUpToDate)) {
            return 0;
        }
        int films = 0;
        int portion;
        do {
            portion = database.write(FilmCharacters::refreshPortion);
            films += portion;
        } while (portion == PORTION);
        return films;
    }

    private static int refreshPortion(Connection connection) throws SQLException {
        lock(connection);
        Queries.onlyLookUp(connection);
        List<String> films = Queries.all(
                connection,
                "select distinct video_id from stale_characters order by 1 limit " + PORTION,
                row -> row.getString(1));
        if (films.isEmpty()) {
            return 0;
        }
        Array ids = FilmSummaries.texts(connection, films);
        // The mark goes before the faces are read: what is told from here on marks the film anew.
        FilmSummaries.execute(connection, "delete from stale_characters where video_id = any(?)", ids);
        FilmSummaries.execute(connection, "delete from face_character where video_id = any(?)", ids);
        FilmSummaries.execute(connection, "delete from film_characters where video_id = any(?)", ids);
        Map<String, List<CharacterDecided>> decisions = new HashMap<>();
        Queries.each(
                connection,
                DECISIONS + " where video_id = any(?)",
                List.of(ids),
                row -> decisions
                        .computeIfAbsent(row.getString(1), film -> new ArrayList<>())
                        .add(decision(row)));
        write(connection, faces(connection, ids), decisions);
        FilmSummaries.execute(connection, COUNTS, ids);
        return films.size();
    }

    /// One at a time: two that find the same characters would both insert them.
    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtext('face_character'))");
        }
    }

    private static double threshold(Connection connection) throws SQLException {
        return Queries.all(connection, "select threshold from character_threshold", row -> row.getDouble(1))
                .getFirst();
    }

    static CharacterDecided decision(ResultSet row) throws SQLException {
        return new CharacterDecided(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                CharacterVerdict.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getLong(5));
    }

    /// What is decided about faces of a film.
    static Decisions decisions(Connection connection, String videoId) throws SQLException {
        return Decisions.of(
                Queries.all(connection, DECISIONS + " where video_id = ?", List.of(videoId), FilmCharacters::decision));
    }

    private static Map<Album, List<SeenFace>> faces(Connection connection, Array films) throws SQLException {
        Map<Album, List<SeenFace>> faces = new LinkedHashMap<>();
        Queries.each(
                connection,
                FACES,
                List.of(films),
                row -> faces.computeIfAbsent(new Album(row.getString(1), row.getString(2)), album -> new ArrayList<>())
                        .add(new SeenFace(row.getString(3), row.getLong(4), appearance(row.getString(5)))));
        return faces;
    }

    static @Nullable FaceAppearance appearance(@Nullable String json) {
        return json == null || json.equals("null") ? null : EventJson.read(json.getBytes(UTF_8), FaceAppearance.class);
    }

    private static void write(
            Connection connection, Map<Album, List<SeenFace>> albums, Map<String, List<CharacterDecided>> decisions)
            throws SQLException {
        double threshold = threshold(connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into face_character (video_id, face_id, params_hash, character_id, confidence)"
                        + " values (?, ?, ?, ?, ?)")) {
            for (Map.Entry<Album, List<SeenFace>> album : albums.entrySet()) {
                String film = album.getKey().videoId();
                if (album.getValue().size() > CharacterClustering.MOST_FACES) {
                    LOG.warnf(
                            "%s has %d faces, and its characters are not looked for: there are %d at most",
                            film, album.getValue().size(), CharacterClustering.MOST_FACES);
                    continue;
                }
                Map<String, FaceCharacter> characters = CharacterClustering.of(
                        album.getValue(), Decisions.of(decisions.getOrDefault(film, List.of())), threshold);
                for (Map.Entry<String, FaceCharacter> face : new TreeMap<>(characters).entrySet()) {
                    insert.setString(1, film);
                    insert.setString(2, face.getKey());
                    insert.setString(3, album.getKey().paramsHash());
                    insert.setString(4, face.getValue().characterId());
                    insert.setDouble(5, face.getValue().confidence());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
