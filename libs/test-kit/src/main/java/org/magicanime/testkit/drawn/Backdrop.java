package org.magicanime.testkit.drawn;

/// What is behind the actors.
///
/// @param seed other numbers, other houses, hills and clouds
public record Backdrop(Look look, Place place, int seed) {
    public enum Place {
        HOUSES,
        HILLS,
        ROOM
    }
}
