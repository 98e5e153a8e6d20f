package org.magicanime.audio.storage;

import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.Colours;
import org.magicanime.testkit.drawn.Figure;
import org.magicanime.testkit.drawn.Look;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.Voice;

/// Somebody who speaks, close by, and nothing else to hear.
public final class DrawnTalk {
    private DrawnTalk() {}

    public static Scene of(int frames) {
        return of(frames, Voice.of(210, 3));
    }

    public static Scene of(int frames, Voice voice) {
        return Scene.of(
                        frames,
                        new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, 5),
                        Actor.mediumShot(Figure.anime("Anna", Colours.blue()), voice))
                .sounding(0, 0);
    }
}
