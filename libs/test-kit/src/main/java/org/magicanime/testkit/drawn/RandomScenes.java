package org.magicanime.testkit.drawn;

import java.util.Random;

/// Scenes by chance, for tables of accuracy: one person of a kind that the starter models see, any proportions and
/// colours, any action, look and background. The same seed gives the same scene.
public final class RandomScenes {
    private static final double SMALLEST = 0.45;
    private static final double LARGEST = 0.9;
    private static final double MOST_TURNED = 1.5;
    private static final double DEEPEST_VOICE = 100;
    private static final double HIGHEST_VOICE = 300;

    private RandomScenes() {}

    /// @param seed which scene
    /// @param frames how long
    public static Scene of(long seed, int frames) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        Figure figure = Figure.anyPerson("somebody " + seed, random);
        double height = between(random, SMALLEST, LARGEST);
        double ground = Math.min(0.98, 0.5 + height / 2 + between(random, 0, 0.06));
        double x = between(random, 0.3, 0.7);
        Action action = any(random, Action.values());
        Actor actor = Actor.of(figure)
                .doing(action)
                .standing(x, ground, height)
                .moving(between(random, -0.06, 0.06))
                .ahead(between(random, 0, 3))
                .turned(
                        action == Action.TURN
                                ? between(random, -MOST_TURNED, MOST_TURNED)
                                : between(random, -0.5, 0.5));
        if (action == Action.TALK || random.nextInt(4) == 0) {
            actor = actor.speaking(Voice.of(between(random, DEEPEST_VOICE, HIGHEST_VOICE), random.nextInt(1000)));
        }
        if (random.nextInt(3) == 0) {
            actor = actor.onTwos();
        }
        Backdrop backdrop =
                new Backdrop(any(random, Look.values()), any(random, Backdrop.Place.values()), random.nextInt(1000));
        Scene scene = Scene.of(frames, backdrop, actor).sounding(between(random, 0, 0.3), between(random, 0, 0.1));
        return random.nextInt(4) == 0 ? scene.panning(between(random, -0.04, 0.04)) : scene;
    }

    /// A person by chance who talks, from the waist up, in a place by chance.
    ///
    /// @param person which person: the same number, the same face
    /// @param seed which scene
    /// @param frames how long
    public static Scene closeUp(long person, long seed, int frames) {
        Figure figure = Figure.anyPerson("somebody " + person, new Random(person * 0x9E3779B97F4A7C15L + 1));
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 2);
        random.nextInt();
        double head = between(random, 0.25, 0.42);
        double height = head * figure.heads();
        Actor actor = Actor.of(figure)
                .doing(Action.TALK)
                .standing(between(random, 0.35, 0.65), between(random, 0.1, 0.16) + height, height)
                .turned(between(random, -1, 1))
                .ahead(between(random, 0, 3))
                .speaking(Voice.of(between(random, DEEPEST_VOICE, HIGHEST_VOICE), random.nextInt(1000)));
        return Scene.of(
                frames,
                new Backdrop(any(random, Look.values()), any(random, Backdrop.Place.values()), random.nextInt(1000)),
                actor);
    }

    private static double between(Random random, double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
