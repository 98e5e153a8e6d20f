package org.magicanime.dataset.domain.character;

/// The character that a face is of.
///
/// @param characterId see {@link org.magicanime.contracts.CharacterId}
/// @param confidence 0 to 1, see {@link CharacterConfidence}
public record FaceCharacter(String characterId, double confidence) {}
