package org.magicanime.dataset.web.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody who asks.
///
/// @param name absent where nothing says it
public record Person(@Nullable String name, Role role) {
    /// Characters of the longest name.
    public static final int LONGEST_NAME = 60;

    /// Control and direction characters, which nobody sees.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    /// @throws IllegalArgumentException if nobody can be called so
    public Person {
        if (name != null) {
            name = name.strip();
            if (name.isEmpty()
                    || name.length() > LONGEST_NAME
                    || UNSEEN.matcher(name).find()) {
                throw new IllegalArgumentException(
                        "a name has 1 to " + LONGEST_NAME + " characters, and none that cannot be seen");
            }
        }
    }
}
