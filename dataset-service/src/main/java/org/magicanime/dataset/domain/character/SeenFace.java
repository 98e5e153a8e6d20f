package org.magicanime.dataset.domain.character;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FaceAppearance;

/// A face clip of a film, as far as it matters for whose face it is.
///
/// @param faceId names it among the faces that were cropped with one set of parameters
/// @param firstFrame number of its first frame in the film
/// @param appearance what it looks like; absent where that was not told
public record SeenFace(
        String faceId, long firstFrame, @Nullable FaceAppearance appearance) {
    /// In the order of the film.
    static final Comparator<SeenFace> ORDER =
            Comparator.comparingLong(SeenFace::firstFrame).thenComparing(SeenFace::faceId);
}
