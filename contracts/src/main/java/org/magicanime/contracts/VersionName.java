package org.magicanime.contracts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names a frozen version of the data set.
public final class VersionName {
    /// What there is now; no frozen version is called so.
    public static final String CURRENT = "current";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private VersionName() {}

    /// Returns the name if it is one.
    ///
    /// @throws IllegalArgumentException otherwise, saying what names are like
    public static String require(@Nullable String name) {
        Checks.that(
                name != null && NAME.matcher(name).matches() && !name.equals(CURRENT),
                "a version's name has 1 to 64 lower-case letters, digits, '.', '_' and '-', begins with a letter or a"
                        + " digit, and is not '" + CURRENT + "'");
        return java.util.Objects.requireNonNull(name);
    }
}
