package org.magicanime.dataset.domain.character;

/// How far apart two faces may look that are taken for one character.
///
/// @param distance above 0; 1 is about where one character ends, see {@link org.magicanime.contracts.FaceAppearance}
public record CharacterThreshold(double distance) {
    public CharacterThreshold {
        if (!(distance > 0) || distance == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "dataset.characters.threshold is " + distance + "; it must be above 0, such as 1.0");
        }
    }
}
