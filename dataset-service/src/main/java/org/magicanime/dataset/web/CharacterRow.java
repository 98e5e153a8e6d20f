package org.magicanime.dataset.web;

import org.magicanime.dataset.domain.character.FilmCharacter;

/// A character of a film as the film's page shows it.
public record CharacterRow(FilmCharacter character) {
    public String picture() {
        return FaceLink.picture(character.firstFaceId(), character.paramsHash());
    }

    /// Its faces.
    public String href() {
        return "/items?character=" + ItemLink.encoded(character.characterId());
    }

    public String confidence() {
        return ShownNumbers.value(character.leastConfidence());
    }
}
