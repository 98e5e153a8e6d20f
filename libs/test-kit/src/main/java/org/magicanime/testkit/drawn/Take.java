package org.magicanime.testkit.drawn;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A scene that is shot with a camera: picture by picture, with what is in each. Pictures beyond the scene's end go on.
public final class Take {
    /// Of the loudest vowel, so that a few voices together stay below 1.
    private static final double VOICE_LEVEL = 0.16;

    private static final double MUSIC_LEVEL = 0.5;
    private static final double NOISE_LEVEL = 0.3;

    private final Scene scene;
    private final int width;
    private final int height;
    private final int framesPerSecond;
    private final Map<Actor, Speech> speech = new LinkedHashMap<>();

    /// @param width pixels
    /// @param height pixels
    public Take(Scene scene, int width, int height, int framesPerSecond) {
        this.scene = scene;
        this.width = width;
        this.height = height;
        this.framesPerSecond = framesPerSecond;
        double seconds = (double) scene.frames() / framesPerSecond;
        for (Actor actor : scene.actors()) {
            if (actor.voice() != null) {
                speech.put(actor, Speech.of(actor.voice(), seconds));
            }
        }
    }

    /// Draws a picture, over whatever was there.
    ///
    /// @param frame of the scene, from 0
    public void draw(Graphics2D graphics, long frame) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_DISABLE);
        new BackdropDrawing(graphics, scene.backdrop(), width, height, moved(frame)).draw();
        for (Actor actor : scene.actors()) {
            appearance(actor, frame).pieces().forEach(piece -> piece.paint(graphics));
        }
    }

    /// What is in a picture; nothing is drawn for that.
    ///
    /// @param frame of the scene, from 0
    /// @param shot number that characters get
    public List<CharacterTruth> characters(long frame, int shot) {
        List<Appearance> appearances =
                scene.actors().stream().map(actor -> appearance(actor, frame)).toList();
        List<CharacterTruth> characters = new ArrayList<>();
        for (int i = 0; i < appearances.size(); i++) {
            Actor actor = scene.actors().get(i);
            Appearance appearance = appearances.get(i);
            Box box = appearance.box(width, height);
            if (box == null) {
                continue;
            }
            characters.add(new CharacterTruth(
                    actor.figure().name(),
                    actor.figure().kind(),
                    shot,
                    box,
                    appearance.points(appearances.subList(i + 1, appearances.size()), width, height),
                    appearance.mouthOpening(),
                    appearance.turn(),
                    speaking(actor, frame),
                    loudness(actor, frame)));
        }
        return characters;
    }

    private Appearance appearance(Actor actor, long frame) {
        long held = frame - frame % actor.hold();
        double seconds = (double) held / framesPerSecond;
        return Appearance.of(
                actor, seconds, loudness(actor, held), scene.backdrop().look(), width, height, moved(frame));
    }

    private double moved(long frame) {
        return scene.pan() * frame / framesPerSecond * width;
    }

    private double loudness(Actor actor, long frame) {
        Speech said = speech.get(actor);
        return said == null
                ? 0
                : said.loudness((double) frame / framesPerSecond, (double) (frame + 1) / framesPerSecond);
    }

    private boolean speaking(Actor actor, long frame) {
        return phrases(actor).stream().anyMatch(phrase -> phrase[0] <= frame && frame < phrase[1]);
    }

    /// What an actor says, as frames of the scene: first and end of each phrase.
    List<long[]> phrases(Actor actor) {
        Speech said = speech.get(actor);
        if (said == null) {
            return List.of();
        }
        return said.phrases().stream()
                .map(phrase -> new long[] {
                    (long) Math.floor(phrase[0] * framesPerSecond), (long) Math.ceil(phrase[1] * framesPerSecond)
                })
                .toList();
    }

    /// The sound of one picture.
    ///
    /// @param frame of the scene, from 0
    /// @param rate samples per second
    /// @return one channel, -1 to 1
    public float[] sound(long frame, int rate) {
        long first = frame * rate / framesPerSecond;
        long end = (frame + 1) * rate / framesPerSecond;
        float[] samples = new float[(int) (end - first)];
        for (int i = 0; i < samples.length; i++) {
            long number = first + i;
            double seconds = (double) number / rate;
            double value = MUSIC_LEVEL * scene.music() * Noise.music(seconds)
                    + NOISE_LEVEL * scene.noise() * Noise.at(number + 1_000_003);
            for (Speech said : speech.values()) {
                value += VOICE_LEVEL * said.sample(seconds, number);
            }
            samples[i] = (float) Math.clamp(value, -1.0, 1.0);
        }
        return samples;
    }
}
