package org.magicanime.contracts;

import java.util.Locale;

/// What a person says of two faces.
public enum CharacterVerdict {
    /// They are the same character.
    SAME,
    /// They are two characters.
    DIFFERENT,
    /// Nothing any more: what was said of them before is taken back.
    OPEN;

    /// As it is written in events.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
