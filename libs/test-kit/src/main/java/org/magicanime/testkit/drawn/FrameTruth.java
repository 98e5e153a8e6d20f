package org.magicanime.testkit.drawn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is in one picture of a film.
///
/// @param frame number of the picture in the film
/// @param shot number of the shot; in a dissolve, of the one that begins
/// @param transition null where the picture belongs to its shot alone
/// @param share of the transition that is behind us, above 0 and below 1; 1 where there is none
/// @param characters in the order in which they are drawn, those behind first
public record FrameTruth(
        long frame, int shot, Transition.@Nullable Kind transition, double share, List<CharacterTruth> characters) {
    public FrameTruth {
        characters = List.copyOf(characters);
    }
}
