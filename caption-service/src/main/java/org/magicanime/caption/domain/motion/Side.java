package org.magicanime.caption.domain.motion;

import java.util.Locale;

/// A side of the character: its own left or right, whatever side of the picture that is.
public enum Side {
    /// Of the body as a whole.
    NONE,
    LEFT,
    RIGHT,
    BOTH;

    /// The sides that a body has two limbs for.
    static final Side[] OWN = {LEFT, RIGHT};

    /// The same in a mirror.
    public Side mirrored() {
        return this == LEFT ? RIGHT : this == RIGHT ? LEFT : this;
    }

    /// As it stands in `facts.json`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
