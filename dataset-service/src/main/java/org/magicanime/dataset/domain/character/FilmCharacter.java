package org.magicanime.dataset.domain.character;

/// A character of a film.
///
/// @param characterId see {@link org.magicanime.contracts.CharacterId}
/// @param firstFaceId the face that it is named by
/// @param paramsHash what its faces were cropped with
/// @param faces how many
/// @param leastConfidence of one of its faces
public record FilmCharacter(
        String characterId, String firstFaceId, String paramsHash, long faces, double leastConfidence) {}
