package org.magicanime.dataset.domain.character;

import org.jspecify.annotations.Nullable;

/// A face, and the character that it is of.
///
/// @param character absent where that is not known
public record PlacedFace(SeenFace face, @Nullable FaceCharacter character) {
    boolean isOf(String characterId) {
        return character != null && character.characterId().equals(characterId);
    }
}
