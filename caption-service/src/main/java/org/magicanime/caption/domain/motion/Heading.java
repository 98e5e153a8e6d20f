package org.magicanime.caption.domain.motion;

import java.util.Locale;

/// Where something goes or looks.
public enum Heading {
    NONE,
    /// To the left edge of the picture.
    PICTURE_LEFT,
    /// To the right edge of the picture.
    PICTURE_RIGHT,
    /// To the character's own left.
    OWN_LEFT,
    /// To the character's own right.
    OWN_RIGHT,
    UP,
    DOWN,
    /// To the viewer, straight ahead.
    FRONT,
    /// Away from the viewer.
    BACK;

    /// The same in a mirror.
    public Heading mirrored() {
        return switch (this) {
            case PICTURE_LEFT -> PICTURE_RIGHT;
            case PICTURE_RIGHT -> PICTURE_LEFT;
            case OWN_LEFT -> OWN_RIGHT;
            case OWN_RIGHT -> OWN_LEFT;
            case NONE, UP, DOWN, FRONT, BACK -> this;
        };
    }

    /// As it stands in `facts.json`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
