package org.magicanime.eval.domain;

import java.util.Locale;

/// In which size pictures are compared. What has another is scaled by {@link Bilinear}.
public enum SizePolicy {
    /// That of the truth.
    TRUTH,
    /// Both are made 256×256 pixels.
    SQUARE_256;

    /// As reports call it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
