package org.magicanime.contracts;

import java.util.Locale;

/// What a caption is about.
public enum CaptionKind {
    /// What a clip looks like.
    GENERAL,
    /// How the character of a pose span moves.
    MOTION;

    /// As it is written in events.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
