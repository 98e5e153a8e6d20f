package org.magicanime.dataset.web.access;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody may do. Each may do what those before it may.
public enum Role {
    /// Look at everything.
    VIEWER,
    /// Decide about items.
    REVIEWER,
    /// Everything.
    LEAD;

    public boolean mayDecide() {
        return this != VIEWER;
    }

    /// @return null if there is no such role
    static @Nullable Role find(String word) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(word))
                .findFirst()
                .orElse(null);
    }

    /// As it is written in the token file.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
