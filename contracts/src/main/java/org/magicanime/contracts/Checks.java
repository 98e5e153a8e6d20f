package org.magicanime.contracts;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The tests that the compact constructors share. Every message names the field, so that a reader of a dead letter
/// knows what to mend.
final class Checks {
    private static final Pattern HEX_64 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern HEX_16 = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern RULE = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Checks() {}

    static String text(@Nullable String value, String field, int longest) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        if (value.isEmpty() || value.length() > longest) {
            throw new IllegalArgumentException(
                    field + " must have 1 to " + longest + " characters, but has " + value.length());
        }
        return value;
    }

    static @Nullable String optionalText(@Nullable String value, String field, int longest) {
        return value == null ? null : text(value, field, longest);
    }

    static String sha256(@Nullable String value, String field) {
        return matching(value, field, HEX_64, "64 lower-case hex digits");
    }

    static String hex16(@Nullable String value, String field) {
        return matching(value, field, HEX_16, "16 lower-case hex digits");
    }

    /// A machine-readable word such as `no-video-stream`.
    static String code(@Nullable String value, String field) {
        return matching(value, field, CODE, "lower-case words joined by '-'");
    }

    /// The name of a parameter such as `pose.body-score`.
    static String rule(@Nullable String value, String field) {
        return matching(value, field, RULE, "lower-case words joined by '-' or '.'");
    }

    static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    static Map<String, String> orEmpty(@Nullable Map<String, String> values) {
        return values == null ? Map.of() : Map.copyOf(values);
    }

    static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private static String matching(@Nullable String value, String field, Pattern pattern, String form) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " must be " + form);
        }
        return value;
    }
}
