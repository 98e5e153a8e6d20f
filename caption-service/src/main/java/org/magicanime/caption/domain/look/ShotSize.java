package org.magicanime.caption.domain.look;

import java.util.Locale;

/// How much of a character the picture shows, as film people say (Bordwell and Thompson, Film Art).
public enum ShotSize {
    CLOSE_UP("close-up"),
    MEDIUM_CLOSE_UP("medium close-up"),
    MEDIUM("medium shot"),
    MEDIUM_LONG("medium long shot"),
    /// The whole body, in most of the picture's height.
    FULL("full shot"),
    /// The whole body, small.
    LONG("long shot"),
    UNKNOWN("shot");

    private final String words;

    ShotSize(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// As it stands in `facts.json`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
