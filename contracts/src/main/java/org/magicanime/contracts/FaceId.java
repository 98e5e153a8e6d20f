package org.magicanime.contracts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names a face clip by the pose span that it is cut from: `spanId-fN`, `N` from 0 in the order of its frames. With
/// other parameters the same id may name other frames.
public final class FaceId {
    private static final Pattern FORM = Pattern.compile("(.+)-f(0|[1-9][0-9]{0,5})");

    private FaceId() {}

    /// @param number from 0
    public static String of(String spanId, int number) {
        ClipId.span(spanId);
        Checks.that(number >= 0, "a face's number must not be negative");
        return spanId + "-f" + number;
    }

    /// The pose span that a face id names.
    ///
    /// @throws IllegalArgumentException if it is no face id
    public static String spanId(@Nullable String faceId) {
        Matcher parts = FORM.matcher(Checks.present(faceId, "faceId"));
        Checks.that(parts.matches(), "faceId must have the form spanId-fN");
        String spanId = parts.group(1);
        ClipId.span(spanId);
        return spanId;
    }
}
