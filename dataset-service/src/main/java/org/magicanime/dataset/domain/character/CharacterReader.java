package org.magicanime.dataset.domain.character;

import java.util.List;

/// Reads characters. May throw what is {@link org.magicanime.contracts.Busy}.
public interface CharacterReader {
    /// What was decided about faces of a film.
    Decisions decisions(String videoId);

    /// Whether the ledger has a face, whatever it was cropped with.
    boolean hasFace(String faceId);

    /// A face among the others of its film that were cropped with the same parameters.
    FaceRelations relations(String faceId, String paramsHash);

    /// The characters of a film, those with the most faces first.
    List<FilmCharacter> ofFilm(String videoId);
}
