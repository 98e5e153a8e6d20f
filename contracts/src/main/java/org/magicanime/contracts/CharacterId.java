package org.magicanime.contracts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names a character of a film by the first face that is known of it: `spanId-cN` of the face `spanId-fN`. It follows
/// from what is known of the film, in whatever order it came; when an earlier face of the character becomes known, it
/// changes.
public final class CharacterId {
    private static final Pattern FORM = Pattern.compile("(.+)-c([0-9]+)");

    private CharacterId() {}

    /// @param faceId of the character's first face
    public static String of(String faceId) {
        String spanId = FaceId.spanId(faceId);
        return spanId + "-c" + faceId.substring(spanId.length() + 2);
    }

    /// The face that a character is named by.
    ///
    /// @throws IllegalArgumentException if it is no character id
    public static String faceId(@Nullable String characterId) {
        Matcher parts = FORM.matcher(Checks.present(characterId, "characterId"));
        Checks.that(parts.matches(), "characterId must have the form spanId-cN");
        String faceId = parts.group(1) + "-f" + parts.group(2);
        FaceId.spanId(faceId);
        return faceId;
    }

    /// The film that a character is of.
    ///
    /// @throws IllegalArgumentException if it is no character id
    public static String videoId(String characterId) {
        return ClipId.videoId(FaceId.spanId(faceId(characterId)));
    }
}
