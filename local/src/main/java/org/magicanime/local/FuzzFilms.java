package org.magicanime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.testkit.DrawnFilm;
import org.magicanime.testkit.DrawnFilm.Kind;
import org.magicanime.testkit.DrawnFilm.Part;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmFormat.SoundFormat;

/// Five small films, each in another container with other codecs: what is damaged on purpose.
final class FuzzFilms {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;
    private static final int FRAMES_PER_SECOND = 12;
    private static final int SCENE = 18;

    private FuzzFilms() {}

    /// @param ending of its name, such as `.mp4`
    /// @param bytes the whole film
    record Film(String ending, byte[] bytes) {}

    /// Draws them: two scenes with a hard cut between, 3 s long.
    ///
    /// @param scratch a folder to draw in
    static List<Film> draw(Path scratch) {
        FilmFormat h264 = FilmFormat.h264(WIDTH, HEIGHT, FRAMES_PER_SECOND);
        return List.of(
                draw(scratch, ".mp4", h264.withSound(SoundFormat.AAC_STEREO)),
                draw(
                        scratch,
                        ".webm",
                        h264.withContainer("webm")
                                .withVideoCodec("libvpx", "yuv420p", Map.of("deadline", "realtime"))
                                .withSound(new SoundFormat("libopus", "flt", 48_000, 2))),
                draw(
                        scratch,
                        ".mkv",
                        FilmFormat.lossless(WIDTH, HEIGHT, FRAMES_PER_SECOND)
                                .withSound(new SoundFormat("flac", "s16", 48_000, 2))),
                draw(
                        scratch,
                        ".avi",
                        h264.withContainer("avi")
                                .withVideoCodec("mpeg4", "yuv420p", Map.of())
                                .withSound(new SoundFormat("libmp3lame", "fltp", 48_000, 2))),
                draw(scratch, ".gif", h264.withContainer("gif").withVideoCodec("gif", "rgb8", Map.of())));
    }

    private static Film draw(Path scratch, String ending, FilmFormat format) {
        Path file = scratch.resolve("small" + ending);
        DrawnFilm film = new DrawnFilm(
                List.of(
                        new Part(Kind.SCENE, new FrameSpan(0, SCENE), 0),
                        new Part(Kind.SCENE, new FrameSpan(SCENE, 2L * SCENE), 1)),
                WIDTH,
                HEIGHT,
                FRAMES_PER_SECOND);
        film.write(file, format);
        try {
            return new Film(ending, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A good film of 20 s, with other bytes for each number.
    static void drawGood(Path file, int number) {
        DrawnFilm standard = DrawnFilm.standard(1);
        List<Part> parts = new java.util.ArrayList<>(standard.truth());
        Part last = parts.removeLast();
        parts.add(new Part(
                last.kind(), new FrameSpan(last.span().first(), last.span().end() + number), last.scene()));
        new DrawnFilm(parts, standard.width(), standard.height(), standard.framesPerSecond()).write(file);
    }
}
