package org.magicanime.dataset.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.CharacterId;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FaceId;
import org.magicanime.dataset.domain.character.CharacterReader;
import org.magicanime.dataset.domain.character.Decisions;
import org.magicanime.dataset.domain.character.FaceCharacter;
import org.magicanime.dataset.domain.character.FaceRelations;
import org.magicanime.dataset.domain.character.FilmCharacter;
import org.magicanime.dataset.domain.character.PlacedFace;
import org.magicanime.dataset.domain.character.SeenFace;

/// The characters of films.
public final class PostgresCharacters implements CharacterReader {
    private static final String FACES = "select f.item_id, f.first_frame, f.document -> 'appearance', h.character_id,"
            + " h.confidence from standing_face f left join face_character h on h.face_id = f.item_id"
            + " and h.params_hash = f.params_hash where f.video_id = ? and f.params_hash = ?"
            + " order by f.first_frame, f.item_id";

    private static final String OF_FILM = "select character_id, params_hash, count(*), min(confidence)"
            + " from face_character where video_id = ? group by 1, 2 order by 3 desc, 1, 2";

    private static final String FACE =
            "select 1 from ledger where stage = 'face-crop' and kind = 'face' and item_id = ? limit 1";

    private final LedgerDatabase database;

    public PostgresCharacters(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public Decisions decisions(String videoId) {
        return database.read(connection -> FilmCharacters.decisions(connection, videoId));
    }

    @Override
    public boolean hasFace(String faceId) {
        return database.read(connection -> !Queries.all(connection, FACE, List.of(faceId), row -> row.getInt(1))
                .isEmpty());
    }

    @Override
    public FaceRelations relations(String faceId, String paramsHash) {
        String videoId = ClipId.videoId(FaceId.spanId(faceId));
        return database.readWithCharacters(connection -> {
            Queries.onlyLookUp(connection);
            return FaceRelations.of(
                    faceId,
                    Queries.all(connection, FACES, List.of(videoId, paramsHash), PostgresCharacters::placed),
                    FilmCharacters.decisions(connection, videoId));
        });
    }

    private static PlacedFace placed(ResultSet row) throws SQLException {
        return new PlacedFace(
                new SeenFace(row.getString(1), row.getLong(2), FilmCharacters.appearance(row.getString(3))),
                character(row, 4));
    }

    @Override
    public List<FilmCharacter> ofFilm(String videoId) {
        return database.readWithCharacters(connection -> Queries.all(
                connection,
                OF_FILM,
                List.of(videoId),
                row -> new FilmCharacter(
                        row.getString(1),
                        CharacterId.faceId(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getDouble(4))));
    }

    /// @param column that of its id, which that of the confidence follows
    static @Nullable FaceCharacter character(ResultSet row, int column) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : new FaceCharacter(id, row.getDouble(column + 1));
    }
}
