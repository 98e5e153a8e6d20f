package org.magicanime.contracts;

/// How much of a character a pose span shows.
public enum Framing {
    /// Shoulders and hips are seen in every frame.
    FULL_BODY("full-body"),
    /// Head and shoulders are; in some frame the hips are not.
    UPPER_BODY("upper-body");

    private final String word;

    Framing(String word) {
        this.word = word;
    }

    /// As it is written in events.
    @Override
    public String toString() {
        return word;
    }
}
