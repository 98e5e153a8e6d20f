package org.magicanime.testkit.drawn;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.testkit.drawn.FilmTruth.Shot;
import org.magicanime.testkit.drawn.FilmTruth.Utterance;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmFormat.SoundFormat;
import org.magicanime.video.encode.FilmWriter;

/// A film that is drawn by code, of which everything is known. The same scenes and size give the same pixels and
/// samples.
public final class Cartoon {
    private static final int SOUND_RATE = 48_000;
    private static final int BRIGHTEST = 255;

    private final List<Scene> scenes;
    private final List<Take> takes = new ArrayList<>();
    private final List<Long> firsts = new ArrayList<>();
    private final int width;
    private final int height;
    private final int framesPerSecond;
    private final long frames;

    /// @param scenes at least one
    /// @param width pixels
    /// @param height pixels
    public Cartoon(List<Scene> scenes, int width, int height, int framesPerSecond) {
        if (scenes.isEmpty() || scenes.getFirst().in().kind() == Transition.Kind.DISSOLVE) {
            throw new IllegalArgumentException("a film has scenes, and the first cannot come out of another");
        }
        this.scenes = List.copyOf(scenes);
        this.width = width;
        this.height = height;
        this.framesPerSecond = framesPerSecond;
        long first = 0;
        for (Scene scene : scenes) {
            takes.add(new Take(scene, width, height, framesPerSecond));
            firsts.add(first);
            first += scene.frames();
        }
        this.frames = first;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int framesPerSecond() {
        return framesPerSecond;
    }

    public long frames() {
        return frames;
    }

    public List<Scene> scenes() {
        return scenes;
    }

    private int shot(long frame) {
        if (frame < 0 || frame >= frames) {
            throw new IndexOutOfBoundsException("frame " + frame + " of " + frames);
        }
        int shot = 0;
        while (shot + 1 < firsts.size() && firsts.get(shot + 1) <= frame) {
            shot++;
        }
        return shot;
    }

    /// What is in the whole film. Nothing is drawn for that.
    public FilmTruth truth() {
        List<Shot> shots = new ArrayList<>();
        List<Long> cuts = new ArrayList<>();
        List<Utterance> speech = new ArrayList<>();
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            long first = firsts.get(i);
            FrameSpan span = new FrameSpan(first, first + scene.frames());
            shots.add(new Shot(i, span, scene.in(), scene.out(), scene.music(), scene.noise()));
            if (i > 0 && scene.in().hard()) {
                cuts.add(first);
            }
            for (Actor actor : scene.actors()) {
                for (long[] phrase : takes.get(i).phrases(actor)) {
                    speech.add(new Utterance(
                            actor.figure().name(),
                            new FrameSpan(first + phrase[0], Math.min(span.end(), first + phrase[1]))));
                }
            }
        }
        speech.sort(Comparator.comparingLong(utterance -> utterance.span().first()));
        return new FilmTruth(shots, cuts, speech);
    }

    /// What is in one picture. Nothing is drawn for that.
    public FrameTruth truth(long frame) {
        int shot = shot(frame);
        long within = frame - firsts.get(shot);
        Passing passing = Passing.at(scenes.get(shot), within);
        List<CharacterTruth> characters = new ArrayList<>();
        if (passing.kind() == Transition.Kind.DISSOLVE) {
            characters.addAll(takes.get(shot - 1).characters(frame - firsts.get(shot - 1), shot - 1));
        }
        characters.addAll(takes.get(shot).characters(within, shot));
        return new FrameTruth(frame, shot, passing.kind(), passing.share(), characters);
    }

    /// Draws a picture.
    public BufferedImage picture(long frame) {
        int shot = shot(frame);
        long within = frame - firsts.get(shot);
        Passing passing = Passing.at(scenes.get(shot), within);
        BufferedImage picture = picture(shot, within);
        Graphics2D graphics = picture.createGraphics();
        if (passing.kind() == Transition.Kind.DISSOLVE) {
            BufferedImage before = picture(shot - 1, frame - firsts.get(shot - 1));
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) (1 - passing.share())));
            graphics.drawImage(before, 0, 0, null);
        } else if (passing.veil() > 0) {
            int shade = passing.kind() == Transition.Kind.FLASH ? BRIGHTEST : 0;
            graphics.setColor(new Color(shade, shade, shade, (int) Math.round(BRIGHTEST * passing.veil())));
            graphics.fillRect(0, 0, width, height);
        }
        graphics.dispose();
        return picture;
    }

    private BufferedImage picture(int shot, long within) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        takes.get(shot).draw(graphics, within);
        graphics.dispose();
        return picture;
    }

    /// The sound of one picture.
    ///
    /// @param rate samples per second
    /// @return one channel, -1 to 1
    public float[] sound(long frame, int rate) {
        int shot = shot(frame);
        return takes.get(shot).sound(frame - firsts.get(shot), rate);
    }

    /// Writes it as H.264 and AAC in MP4.
    public void write(Path file) {
        write(file, FilmFormat.h264(width, height, framesPerSecond).withSound(SoundFormat.AAC_STEREO));
    }

    /// Writes it in a format of its own size and frame rate, with stereo sound at 48 kHz or none.
    public void write(Path file, FilmFormat format) {
        try (FilmWriter writer = new FilmWriter(file, format)) {
            for (long frame = 0; frame < frames; frame++) {
                writer.frame(picture(frame).getRGB(0, 0, width, height, null, 0, width));
                if (format.sound() != null) {
                    writer.sound(stereo(sound(frame, SOUND_RATE)));
                }
            }
            writer.finish();
        }
    }

    /// The same samples for both ears, in turn.
    public static float[] stereo(float[] mono) {
        float[] interleaved = new float[2 * mono.length];
        for (int i = 0; i < mono.length; i++) {
            interleaved[2 * i] = mono[i];
            interleaved[2 * i + 1] = mono[i];
        }
        return interleaved;
    }
}
