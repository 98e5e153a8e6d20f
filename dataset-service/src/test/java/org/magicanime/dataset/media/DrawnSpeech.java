package org.magicanime.dataset.media;

import java.nio.file.Path;
import java.util.List;
import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Colours;
import org.magicanime.testkit.drawn.Figure;
import org.magicanime.testkit.drawn.Look;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.Voice;
import org.magicanime.video.sound.SoundWriter;

/// Three seconds of a drawn voice.
public final class DrawnSpeech {
    public static final int RATE = 48_000;
    private static final int FRAMES = 72;
    private static final int FRAMES_PER_SECOND = 24;

    private DrawnSpeech() {}

    /// @param tone of the voice, in hertz
    public static void write(double tone, Path mp3) {
        Scene scene = Scene.of(
                        FRAMES,
                        new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, 5),
                        Actor.mediumShot(Figure.anime("Anna", Colours.blue()), Voice.of(tone, 3)))
                .sounding(0, 0);
        Cartoon cartoon = new Cartoon(List.of(scene), 64, 64, FRAMES_PER_SECOND);
        float[] speech = new float[FRAMES / FRAMES_PER_SECOND * RATE];
        int at = 0;
        for (int frame = 0; frame < FRAMES; frame++) {
            float[] part = cartoon.sound(frame, RATE);
            System.arraycopy(part, 0, speech, at, part.length);
            at += part.length;
        }
        SoundWriter.mp3(speech, RATE, mp3);
    }
}
