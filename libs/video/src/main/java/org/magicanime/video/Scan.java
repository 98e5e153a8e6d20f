package org.magicanime.video;

/// Whether all rows of a film's pictures are of one moment.
///
/// @param kind what most of what was looked at is
/// @param looked frames that moved enough to tell
/// @param interlacedShare of these, how many have rows of two moments, or stand beside one that has, 0 to 1; 0 if there
///     are none
public record Scan(Kind kind, int looked, double interlacedShare) {
    /// Nothing moved, there are too few frames, or the pixel format is not looked at.
    public static final Scan UNKNOWN = new Scan(Kind.UNKNOWN, 0, 0);

    /// How pictures came about.
    public enum Kind {
        /// Every picture is one moment.
        PROGRESSIVE,
        /// Odd and even rows of most moving pictures are of two moments.
        INTERLACED,
        /// Likewise of two of five, and fields are shown twice: film made longer for television.
        TELECINED,
        UNKNOWN
    }

    /// Whether pictures have to be made whole before a model can learn from them.
    public boolean combed() {
        return kind == Kind.INTERLACED || kind == Kind.TELECINED;
    }
}
