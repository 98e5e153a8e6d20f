package org.magicanime.contracts;

/// On which side of its threshold a measured value has to be.
public enum Bound {
    /// The value must not be below the threshold.
    AT_LEAST("at-least"),
    /// The value must not be above the threshold.
    AT_MOST("at-most");

    private final String word;

    Bound(String word) {
        this.word = word;
    }

    /// As it is written in events.
    @Override
    public String toString() {
        return word;
    }
}
