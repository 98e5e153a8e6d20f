package org.magicanime.caption.storage;

import org.magicanime.testkit.drawn.Action;
import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.Colours;
import org.magicanime.testkit.drawn.Figure;
import org.magicanime.testkit.drawn.Look;
import org.magicanime.testkit.drawn.Scene;

/// Shots of which it is known what they show.
public final class DrawnShots {
    private static final Figure ANNA = Figure.anime("Anna", Colours.blue());

    private DrawnShots() {}

    /// A whole figure that does one thing.
    public static Scene of(Action action, int frames) {
        return Scene.of(
                frames,
                new Backdrop(Look.JAPAN, Backdrop.Place.HOUSES, 3),
                Actor.of(ANNA).doing(action).standing(0.5, 0.95, 0.86));
    }
}
