package org.magicanime.audio.storage;

import org.magicanime.audio.model.Mixture;
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

    /// Drawn music that is as loud as this talk.
    ///
    /// @param talk at the rate of {@link FaceClips}
    /// @param frames that it lasts
    public static float[] musicAsLoud(float[] talk, int frames) {
        Scene mute = Scene.of(
                frames,
                new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, 5),
                Actor.of(Figure.anime("Anna", Colours.blue())));
        float[] both = Mixture.of(talk, FaceClips.sound(FaceClips.cartoon(mute.sounding(1, 0))), 0);
        float[] music = new float[talk.length];
        for (int i = 0; i < music.length; i++) {
            music[i] = both[i] - talk[i];
        }
        return music;
    }
}
