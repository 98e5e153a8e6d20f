package org.magicanime.testkit.drawn;

import java.awt.Color;
import java.util.List;

/// A film of about half a minute that has one shot of each sort: what is to be kept, and what is to be left out for
/// different reasons.
public final class StandardCartoon {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 360;
    public static final int FRAMES_PER_SECOND = 24;

    private static final Figure ANNA = Figure.anime("Anna", Colours.blue());
    private static final Figure BEN = Figure.flat("Ben", Colours.red());
    private static final Figure CARL = Figure.solid("Carl", Colours.red());
    private static final Color FUR = new Color(30, 28, 30);
    private static final Voice HIGH = Voice.of(210, 3);
    private static final Voice LOW = Voice.of(120, 2);

    private StandardCartoon() {}

    /// @param stretch 1 for half a minute; shots are so many times longer
    public static Cartoon of(int stretch) {
        int second = FRAMES_PER_SECOND * stretch;
        return new Cartoon(
                List.of(
                        talking(4 * second).beginning(Transition.fade(12)),
                        wavingThenWalking(5 * second, 5.0 * stretch),
                        two(3 * second),
                        empty(2 * second),
                        waving(4 * second).beginning(Transition.dissolve(12)),
                        animal(2 * second),
                        hose(3 * second).beginning(Transition.flash(3)),
                        profile(2 * second),
                        solid(3 * second).ending(Transition.fade(12))),
                WIDTH,
                HEIGHT,
                FRAMES_PER_SECOND);
    }

    /// A medium shot of one who speaks.
    public static Scene talking(int frames) {
        return Scene.of(frames, new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, 5), Actor.mediumShot(ANNA, HIGH))
                .sounding(0.12, 0);
    }

    /// A whole figure in front of houses.
    ///
    /// @param seconds how long that is: she walks in the second half, and does not leave the picture
    public static Scene wavingThenWalking(int frames, double seconds) {
        Actor anna = Actor.of(ANNA).doing(Action.WAVE).then(Action.WALK, seconds / 2);
        return Scene.of(
                frames,
                new Backdrop(Look.JAPAN, Backdrop.Place.HOUSES, 3),
                anna.moving(Math.min(0.08, 0.4 / seconds)).standing(0.4, 0.95, 0.86));
    }

    /// Two people of about the same size, who do not touch each other.
    public static Scene two(int frames) {
        return Scene.of(
                frames,
                new Backdrop(Look.CHINA, Backdrop.Place.HOUSES, 4),
                Actor.of(ANNA).standing(0.3, 0.95, 0.8),
                Actor.of(CARL).doing(Action.WAVE).standing(0.68, 0.96, 0.84).speaking(LOW));
    }

    /// Scenery without anybody, along which the camera moves.
    public static Scene empty(int frames) {
        return Scene.of(frames, new Backdrop(Look.AMERICAN, Backdrop.Place.HILLS, 6))
                .panning(0.08);
    }

    /// Somebody in flat colours, who waves and speaks, drawn on twos.
    public static Scene waving(int frames) {
        Actor ben = Actor.of(BEN).doing(Action.WAVE).standing(0.55, 0.96, 0.84);
        return Scene.of(
                frames,
                new Backdrop(Look.CHINA, Backdrop.Place.ROOM, 4),
                ben.speaking(LOW).onTwos());
    }

    /// A black dog, which YOLOX sees; nobody with the joints of a person.
    public static Scene animal(int frames) {
        Actor rex = Actor.of(Figure.animal("Rex", Colours.blue().withHair(FUR)))
                .doing(Action.WALK)
                .standing(0.35, 0.9, 0.35);
        return Scene.of(frames, new Backdrop(Look.AMERICAN, Backdrop.Place.ROOM, 7), rex.moving(0.1))
                .sounding(0.2, 0.1);
    }

    /// A person of the 1930s.
    public static Scene hose(int frames) {
        Actor hank =
                Actor.of(Figure.hose("Hank", Colours.red())).doing(Action.WAVE).standing(0.45, 0.95, 0.9);
        return Scene.of(frames, new Backdrop(Look.AMERICAN, Backdrop.Place.HOUSES, 9), hank);
    }

    /// A medium shot of one who looks to the side and speaks.
    public static Scene profile(int frames) {
        return Scene.of(
                frames,
                new Backdrop(Look.JAPAN, Backdrop.Place.HILLS, 7),
                Actor.mediumShot(ANNA, Voice.of(210, 5)).turned(2.5));
    }

    /// A solid figure that points.
    public static Scene solid(int frames) {
        Actor carl = Actor.of(CARL).doing(Action.POINT).standing(0.45, 0.96, 0.86);
        return Scene.of(frames, new Backdrop(Look.AMERICAN, Backdrop.Place.ROOM, 3), carl);
    }
}
