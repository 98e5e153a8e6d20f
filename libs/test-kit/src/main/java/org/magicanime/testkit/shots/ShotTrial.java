package org.magicanime.testkit.shots;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.ShotTruth;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.RandomScenes;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.Transition;

/// A film of three shots of random scenes, with one difficulty. The same seed gives the same film.
public final class ShotTrial {
    public static final int WIDTH = 320;
    public static final int HEIGHT = 200;
    public static final int FRAMES_PER_SECOND = 24;
    private static final int SHOTS = 3;
    private static final int SHORTEST = 30;
    private static final int SPREAD = 24;

    private final Difficulty difficulty;
    private final Cartoon cartoon;
    private final ShotEffects effects;
    private final List<Integer> firsts = new ArrayList<>();
    private final int hold;
    private final ShotTruth truth;

    public ShotTrial(Difficulty difficulty, long seed) {
        this.difficulty = difficulty;
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + difficulty.ordinal());
        List<Scene> scenes = scenes(difficulty, random);
        this.cartoon = new Cartoon(scenes, WIDTH, HEIGHT, FRAMES_PER_SECOND);
        List<Integer> cuts = new ArrayList<>();
        List<FrameSpan> gradual = new ArrayList<>();
        int first = 0;
        for (Scene scene : scenes) {
            firsts.add(first);
            if (first > 0 && scene.in().hard()) {
                cuts.add(first);
            }
            if (!scene.in().hard()) {
                gradual.add(new FrameSpan(first, first + scene.in().frames()));
            }
            if (!scene.out().hard()) {
                int end = first + scene.frames();
                gradual.add(new FrameSpan(end - scene.out().frames(), end));
            }
            first += scene.frames();
        }
        this.hold = difficulty == Difficulty.HELD ? 2 + random.nextInt(3) : 1;
        this.effects = new ShotEffects(difficulty, random, firsts, first);
        this.truth = new ShotTruth(cuts, gradual, List.of(), effects.flashes());
    }

    private static List<Scene> scenes(Difficulty difficulty, Random random) {
        List<Scene> scenes = new ArrayList<>();
        Backdrop place = RandomScenes.of(random.nextInt(1 << 20), SHORTEST).backdrop();
        for (int i = 0; i < SHOTS; i++) {
            int frames = SHORTEST + random.nextInt(SPREAD);
            long seed = random.nextInt(1 << 20);
            Scene scene = random.nextBoolean()
                    ? RandomScenes.of(seed, frames)
                    : RandomScenes.closeUp(random.nextInt(1 << 20), seed, frames);
            if (difficulty == Difficulty.ALIKE) {
                // The same place seen from elsewhere: other numbers, other houses.
                Backdrop other = new Backdrop(place.look(), place.place(), place.seed() + 1 + i);
                scene = Scene.of(frames, other, scene.actors().getFirst());
            } else if (difficulty == Difficulty.PANS) {
                double speed = 0.3 + 0.9 * random.nextDouble();
                scene = scene.panning(random.nextBoolean() ? speed : -speed);
            }
            int length = 8 + random.nextInt(14);
            if (difficulty == Difficulty.FADES) {
                scene = i > 0 ? scene.beginning(Transition.fade(length)) : scene;
                scene = i < SHOTS - 1 ? scene.ending(Transition.fade(8)) : scene;
            } else if (difficulty == Difficulty.DISSOLVES && i > 0) {
                scene = scene.beginning(Transition.dissolve(length));
            } else if (difficulty == Difficulty.FLASHES && i == 2) {
                scene = scene.beginning(Transition.flash(1 + random.nextInt(3)));
            }
            scenes.add(scene);
        }
        return scenes;
    }

    public Difficulty difficulty() {
        return difficulty;
    }

    public int frames() {
        return (int) cartoon.frames();
    }

    public ShotTruth truth() {
        return truth;
    }

    /// Draws a picture.
    ///
    /// @return `WIDTH` × `HEIGHT` of 0xRRGGBB
    public int[] picture(int frame) {
        int first =
                firsts.stream().filter(one -> one <= frame).reduce((a, b) -> b).orElseThrow();
        BufferedImage drawn = cartoon.picture(first + (frame - first) / hold * hold);
        effects.draw(drawn, frame);
        int[] pixels = drawn.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        effects.change(pixels, frame);
        return pixels;
    }
}
