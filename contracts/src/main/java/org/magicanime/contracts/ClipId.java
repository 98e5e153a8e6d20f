package org.magicanime.contracts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names a clip by film and frames: `videoId-first-end`, frame numbers of the source with at least six digits, end
/// exclusive. Two different spans never share an id.
public final class ClipId {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})-([0-9]{6,18})-([0-9]{6,18})");

    private ClipId() {}

    public static String of(String videoId, FrameSpan span) {
        return "%s-%06d-%06d".formatted(VideoId.require(videoId), span.first(), span.end());
    }

    /// The frames that a clip id names.
    ///
    /// @throws IllegalArgumentException if it is no clip id
    public static FrameSpan span(String clipId) {
        Matcher parts = parts(clipId);
        return new FrameSpan(Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    /// The film that a clip id names.
    ///
    /// @throws IllegalArgumentException if it is no clip id
    public static String videoId(String clipId) {
        return parts(clipId).group(1);
    }

    static String require(@Nullable String clipId, String videoId, FrameSpan span) {
        Checks.present(clipId, "clipId");
        String expected = of(videoId, span);
        Checks.that(expected.equals(clipId), "clipId must be " + expected + ", as videoId and span say");
        return expected;
    }

    private static Matcher parts(String clipId) {
        Matcher matcher = FORM.matcher(clipId);
        Checks.that(
                matcher.matches()
                        && clipId.equals("%s-%06d-%06d"
                                .formatted(
                                        matcher.group(1),
                                        Long.parseLong(matcher.group(2)),
                                        Long.parseLong(matcher.group(3)))),
                "clipId must have the form videoId-first-end");
        return matcher;
    }
}
