package org.magicanime.dataset.domain;

import java.util.Locale;

/// What became of a film. The first that holds, in this order, counts.
public enum FilmState {
    /// Every frame of it is accounted for at every stage.
    DONE,
    /// A stage said that it can never pass.
    REJECTED,
    /// It, or a clip of it, was given up and not put back with success.
    DEAD,
    IN_FLIGHT;

    /// @param done whether it is accounted for up to the last stage
    public static FilmState of(boolean done, boolean rejected, boolean dead) {
        return done ? DONE : rejected ? REJECTED : dead ? DEAD : IN_FLIGHT;
    }

    /// As it is shown.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
