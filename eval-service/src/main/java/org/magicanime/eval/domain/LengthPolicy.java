package org.magicanime.eval.domain;

import java.util.Locale;

/// What becomes of a video that has not as many frames as the truth.
public enum LengthPolicy {
    /// It does not count: `wrong-length`.
    EXACT,
    /// The frames that both have are compared.
    SHORTER;

    /// As reports call it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
