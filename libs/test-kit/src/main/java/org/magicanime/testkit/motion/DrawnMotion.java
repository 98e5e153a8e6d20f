package org.magicanime.testkit.motion;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.magicanime.testkit.drawn.Action;
import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Colours;
import org.magicanime.testkit.drawn.Figure;
import org.magicanime.testkit.drawn.Look;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.Voice;

/// A drawn person by chance who does one thing, of which all is known. A third is drawn on twos.
///
/// @param number which one, from 0: the same number, the same motion. The actions come in turn
/// @param cartoon one scene of 3 to 5.5 seconds at 24 frames a second
/// @param speed to the picture's right, in widths a second
/// @param turn of the head, from -1.5 to 1.5, positive to the picture's right; of {@link Action#TURN} at its furthest
/// @param phase seconds for which the action had gone on at the first frame
/// @param speaks whether the mouth moves
public record DrawnMotion(
        int number, Action action, Cartoon cartoon, double speed, double turn, double phase, boolean speaks) {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 360;
    public static final int RATE = 24;
    private static final double WAVES_PER_SECOND = 1.2;
    private static final double STEP_PAIRS_PER_SECOND = 0.9;
    private static final double NODS_PER_SECOND = 0.7;
    private static final double JUMP_SECONDS = 1.5;
    private static final double TURN_SECONDS = 4;

    public static DrawnMotion of(int number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L + 11);
        random.nextInt();
        Action action = Action.values()[number % Action.values().length];
        double size = between(random, 0.55, 0.85);
        double speed = action != Action.WALK || random.nextInt(3) == 0
                ? 0
                : (random.nextBoolean() ? 1 : -1) * between(random, 0.05, 0.08);
        double turn = action == Action.TURN
                ? (random.nextBoolean() ? 1 : -1) * between(random, 1, 1.5)
                : between(random, -0.4, 0.4);
        double phase = between(random, 0, 3);
        boolean speaks = action == Action.TALK || random.nextInt(4) == 0;
        Actor actor = Actor.of(person("somebody " + number, random))
                .doing(action)
                .standing(0.5 - 2 * speed, 0.5 + size / 2 + 0.03, size)
                .moving(speed)
                .ahead(phase)
                .turned(turn);
        if (speaks) {
            actor = actor.speaking(Voice.of(between(random, 100, 300), number));
        }
        if (random.nextInt(3) == 0) {
            actor = actor.onTwos();
        }
        int frames = 72 + random.nextInt(60);
        Scene scene = Scene.of(frames, new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, number), actor);
        return new DrawnMotion(
                number, action, new Cartoon(List.of(scene), WIDTH, HEIGHT, RATE), speed, turn, phase, speaks);
    }

    private static Figure person(String name, Random random) {
        Figure figure =
                switch (random.nextInt(3)) {
                    case 0 -> Figure.anime(name, Colours.blue());
                    case 1 -> Figure.flat(name, Colours.red());
                    default -> Figure.solid(name, Colours.red());
                };
        return figure.withHeads(between(random, 4.8, 7)).withEyes(between(random, 1, 1.6));
    }

    private static double between(Random random, double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /// How often what it does is done in these frames, as a fraction; absent of what is not counted.
    double times(long first, long end) {
        double seconds = (double) (end - first) / RATE;
        return switch (action) {
            case WAVE -> WAVES_PER_SECOND * seconds;
            case WALK -> 2 * STEP_PAIRS_PER_SECOND * seconds;
            case NOD -> NODS_PER_SECOND * seconds;
            case JUMP -> jumps(first, end);
            default -> Double.NaN;
        };
    }

    /// In the air it is between 0.35 and 0.7 of a jump, and higher than the rule asks for from 0.4 to 0.65.
    private double jumps(long first, long end) {
        int jumps = 0;
        boolean before = false;
        for (long frame = first; frame < end; frame++) {
            double share = ((double) frame / RATE + phase) / JUMP_SECONDS;
            share -= Math.floor(share);
            boolean air = share > 0.4 && share < 0.65;
            jumps += air && !before ? 1 : 0;
            before = air;
        }
        return jumps;
    }

    /// How far the head is turned, from −1.5 to 1.5, positive to the picture's right.
    private double turned(double seconds) {
        return turn * (1 - Math.cos(2 * Math.PI * (seconds + phase) / TURN_SECONDS)) / 2;
    }

    /// How much further to the picture's right the head is turned at the end of these frames than at their beginning.
    double turns(long first, long end) {
        return turned((end - 1) / (double) RATE) - turned(first / (double) RATE);
    }

    /// How much further from the viewer's direction the head is turned at the end of these frames.
    double turnsAway(long first, long end) {
        return Math.abs(turned((end - 1) / (double) RATE)) - Math.abs(turned(first / (double) RATE));
    }

    /// The furthest that the head looks within these frames.
    double looks(long first, long end) {
        double furthest = 0;
        for (long frame = first; frame < end; frame++) {
            double now = action == Action.TURN ? turned(frame / (double) RATE) : turn;
            furthest = Math.abs(now) > Math.abs(furthest) ? now : furthest;
        }
        return furthest;
    }

    /// Widest opening of the mouth within these frames, in distances between the eyes.
    double widest(long first, long end) {
        return LongStream.range(first, end).mapToDouble(this::mouth).max().orElse(0);
    }

    /// The narrowest, likewise.
    double narrowest(long first, long end) {
        return LongStream.range(first, end).mapToDouble(this::mouth).min().orElse(0);
    }

    private double mouth(long frame) {
        return cartoon.truth(frame).characters().getFirst().mouthOpening();
    }

    /// Whether it moves the head by itself, so that its eyes do not blink.
    boolean blinks() {
        return action != Action.WALK && action != Action.NOD && action != Action.TURN;
    }
}
