package org.magicanime.dataset.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.character.FaceCharacter;

/// The characters of films.
public final class PostgresCharacters {
    private PostgresCharacters() {}

    /// @param column that of its id, which that of the confidence follows
    static @Nullable FaceCharacter character(ResultSet row, int column) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : new FaceCharacter(id, row.getDouble(column + 1));
    }
}
