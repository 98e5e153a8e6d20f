package org.magicanime.testkit.shots;

/// What makes it hard to find the shots of a film.
public enum Difficulty {
    /// Hard cuts and nothing else.
    CUTS,
    FADES,
    DISSOLVES,
    /// The picture is white for a frame or some, and comes back; another flash leads to another shot.
    FLASHES,
    /// Every picture is shown two, three or four times.
    HELD,
    /// The light goes on and off.
    STROBE,
    /// The camera shakes.
    SHAKE,
    /// Letters come and go, at the foot of the picture and all over it.
    LETTERS,
    /// Something large sweeps through the picture and covers nearly all of it.
    WINGS,
    /// Something bright grows until it fills most of the picture, and shrinks.
    EXPLOSIONS,
    /// Black and white, with black bars at the sides, or at all of them.
    BARS,
    /// Grain that changes with each frame.
    NOISE,
    /// The camera moves fast.
    PANS,
    /// Black and white shots of the same place.
    ALIKE
}
