package org.magicanime.dataset.domain.review;

import java.util.Locale;

/// Which items a person wants to look at.
public enum Look {
    /// Those about which nobody decided, and that nobody wants looked at again.
    FIRST,
    /// Those about which one other person decided, so that it shows how far people agree.
    SECOND,
    /// Those of a random sample about which nobody decided.
    SAMPLE,
    /// Those about which as many people said one thing as the other, and this person nothing.
    CONFLICT,
    /// Those that somebody wants looked at again, what waits longest first.
    AGAIN;

    /// As it is written in addresses.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
