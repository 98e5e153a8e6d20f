package org.magicanime.testkit.drawn;

/// How a shot begins or ends.
///
/// @param frames for how many frames of the shot
public record Transition(Kind kind, int frames) {
    public static final Transition CUT = new Transition(Kind.CUT, 0);

    public enum Kind {
        CUT,
        /// From black at the beginning, to black at the end.
        FADE,
        /// The shot before goes on below the first frames of this one. Only at the beginning.
        DISSOLVE,
        /// The first frames are white. Only at the beginning.
        FLASH
    }

    public static Transition fade(int frames) {
        return new Transition(Kind.FADE, frames);
    }

    public static Transition dissolve(int frames) {
        return new Transition(Kind.DISSOLVE, frames);
    }

    public static Transition flash(int frames) {
        return new Transition(Kind.FLASH, frames);
    }

    public boolean hard() {
        return kind == Kind.CUT || kind == Kind.FLASH;
    }
}
