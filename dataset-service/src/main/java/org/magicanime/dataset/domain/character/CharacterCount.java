package org.magicanime.dataset.domain.character;

/// Characters of one film that have equally many faces.
///
/// @param style of the film
/// @param videoId the film
/// @param paramsHash what its faces were cropped with
/// @param faces of each of these characters
/// @param characters how many
public record CharacterCount(String style, String videoId, String paramsHash, long faces, long characters) {}
