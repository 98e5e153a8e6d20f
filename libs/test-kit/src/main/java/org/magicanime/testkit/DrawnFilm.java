package org.magicanime.testkit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.CharacterTruth;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmFormat.SoundFormat;
import org.magicanime.video.encode.FilmWriter;

/// A film that is drawn by code, of which everything is known: hard cuts, black, fades, a picture that stands still,
/// people who talk, wave and walk, speech-like sound. The same parameters give the same film.
///
/// @param truth what is in it
/// @param width pixels
/// @param height pixels
/// @param framesPerSecond frames per second
public record DrawnFilm(List<Part> truth, int width, int height, int framesPerSecond) {
    private static final int SOUND_RATE = 48_000;

    public DrawnFilm {
        truth = List.copyOf(truth);
    }

    /// A stretch of the film.
    ///
    /// @param kind what it is
    /// @param span its frames
    /// @param scene number of the place and the people that are drawn
    public record Part(Kind kind, FrameSpan span, int scene) {}

    /// What a stretch of the film is.
    public enum Kind {
        /// A moving scene; a hard cut leads to it from another scene.
        SCENE,
        BLACK,
        /// From black to the scene.
        FADE_IN,
        /// From the scene to black.
        FADE_OUT,
        /// A title card on which nothing moves.
        STILL
    }

    /// The film that `demo` shows: black, fade in, four scenes with hard cuts, a title card, fade out, black.
    ///
    /// In the scenes: one who talks; one who waves, then walks; two people; one in flat colours who waves.
    ///
    /// @param stretch 1 for about 20 seconds; 3 for three times that
    public static DrawnFilm standard(int stretch) {
        DrawnFilmPlan plan = new DrawnFilmPlan();
        plan.add(Kind.BLACK, 24, 0);
        plan.add(Kind.FADE_IN, 24, 0);
        plan.add(Kind.SCENE, 72 * stretch, 0);
        plan.add(Kind.SCENE, 96 * stretch, 1);
        plan.add(Kind.STILL, 72, 2);
        plan.add(Kind.SCENE, 60 * stretch, 3);
        plan.add(Kind.SCENE, 72 * stretch, 4);
        plan.add(Kind.FADE_OUT, 24, 4);
        plan.add(Kind.BLACK, 24, 4);
        return new DrawnFilm(plan.parts(), 640, 360, 24);
    }

    public long frames() {
        return truth.getLast().span().end();
    }

    /// The first frame of every part that a hard cut leads to.
    public List<Long> cuts() {
        List<Long> cuts = new ArrayList<>();
        for (int i = 1; i < truth.size(); i++) {
            Part before = truth.get(i - 1);
            Part part = truth.get(i);
            if (before.scene() != part.scene()) {
                cuts.add(part.span().first());
            }
        }
        return cuts;
    }

    /// The parts that belong in clips.
    public List<FrameSpan> scenes() {
        return truth.stream()
                .filter(part -> part.kind() == Kind.SCENE)
                .map(Part::span)
                .toList();
    }

    /// Writes it as H.264 and AAC in MP4.
    public void write(Path file) {
        write(file, FilmFormat.h264(width, height, framesPerSecond).withSound(SoundFormat.AAC_STEREO));
    }

    /// Writes it in a format of its own size and frame rate, with stereo sound at 48 kHz or none.
    public void write(Path file, FilmFormat format) {
        try (FilmWriter writer = new FilmWriter(file, format)) {
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            DrawnTakes takes = new DrawnTakes(this);
            for (Part part : truth) {
                for (long frame = part.span().first(); frame < part.span().end(); frame++) {
                    draw(picture, takes, part, frame);
                    writer.frame(picture.getRGB(0, 0, width, height, null, 0, width));
                    if (format.sound() != null) {
                        writer.sound(Cartoon.stereo(takes.sound(part, frame, SOUND_RATE)));
                    }
                }
            }
            writer.finish();
        }
    }

    /// Who is in a picture, and where their joints are; nobody where it is black or a title.
    public List<CharacterTruth> characters(long frame) {
        Part part = truth.stream()
                .filter(one -> one.span().first() <= frame && frame < one.span().end())
                .findFirst()
                .orElseThrow(() -> new IndexOutOfBoundsException("frame " + frame + " of " + frames()));
        if (part.kind() == Kind.BLACK || part.kind() == Kind.STILL) {
            return List.of();
        }
        DrawnTakes takes = new DrawnTakes(this);
        return takes.take(frame).characters(takes.within(frame), truth.indexOf(part));
    }

    private void draw(BufferedImage picture, DrawnTakes takes, Part part, long frame) {
        Graphics2D graphics = picture.createGraphics();
        if (part.kind() == Kind.BLACK) {
            graphics.setColor(Color.BLACK);
            graphics.fillRect(0, 0, width, height);
        } else if (part.kind() == Kind.STILL) {
            TitleCard.draw(graphics, width, height);
        } else {
            takes.take(frame).draw(graphics, takes.within(frame));
            darken(graphics, darkness(part, frame));
        }
        graphics.dispose();
    }

    /// 0 for the scene itself, 1 for black.
    private static double darkness(Part part, long frame) {
        double share = (frame - part.span().first() + 1.0) / (part.span().frames() + 1.0);
        return switch (part.kind()) {
            case FADE_IN -> 1 - share;
            case FADE_OUT -> share;
            case SCENE, STILL -> 0;
            case BLACK -> 1;
        };
    }

    private void darken(Graphics2D graphics, double darkness) {
        graphics.setColor(new Color(0, 0, 0, (int) Math.round(255 * darkness)));
        graphics.fillRect(0, 0, width, height);
    }
}
