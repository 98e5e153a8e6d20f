package org.magicanime.video.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.video.FilmPictures;
import org.magicanime.video.PictureOptions;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmWriter;
import org.magicanime.video.libav.Colours;

/// Films as pictures, through real child processes.
class FilmPicturesTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int FRAMES = 10;
    private static final Colours BT601 = new Colours(6, 6, 6, 1, 1);

    @TempDir
    static Path folder;

    private static WorkFolders workFolders;
    private static SandboxedFilmReader reader;

    @BeforeAll
    static void start() {
        workFolders = WorkFolders.below(folder.resolve("work"));
        reader = new SandboxedFilmReader(SandboxConfig.in(folder.resolve("natives")), workFolders);
    }

    @AfterAll
    static void stop() {
        reader.close();
        workFolders.close();
    }

    /// A colour for each frame, on which matrices differ.
    private static int colour(int frame) {
        return 0xc03010 + frame * 0x000a08;
    }

    private static Path film(String name, Colours colours) {
        Path file = folder.resolve(name);
        FilmFormat format = FilmFormat.lossless(WIDTH, HEIGHT, 24).withColours(colours);
        try (FilmWriter writer = new FilmWriter(file, format)) {
            int[] picture = new int[WIDTH * HEIGHT];
            for (int frame = 0; frame < FRAMES; frame++) {
                Arrays.fill(picture, colour(frame));
                writer.frame(picture);
            }
            writer.finish();
        }
        return file;
    }

    private static PictureOptions atMost(int frames) {
        return new PictureOptions(frames, Duration.ofMinutes(2), 4096);
    }

    @Test
    void picturesHaveTheColoursThatWereDrawnWhateverTheMatrix() throws IOException {
        for (Colours colours : new Colours[] {Colours.BT709, BT601}) {
            try (WorkFolder into = workFolders.create()) {
                FilmPictures pictures = reader.pictures(film("drawn.mkv", colours), atMost(20), into.path());

                assertThat(pictures.frames()).isEqualTo(FRAMES);
                assertThat(pictures.more()).isFalse();
                assertThat(pictures.width()).isEqualTo(WIDTH);
                assertThat(pictures.height()).isEqualTo(HEIGHT);
                byte[] rgb = Files.readAllBytes(pictures.file());
                for (int frame = 0; frame < FRAMES; frame++) {
                    int first = frame * pictures.pictureBytes();
                    for (int channel = 0; channel < 3; channel++) {
                        assertThat(rgb[first + channel] & 0xff)
                                .as("channel " + channel + " of frame " + frame + " in " + colours)
                                .isCloseTo((colour(frame) >> (16 - 8 * channel)) & 0xff, within(3));
                    }
                }
            }
        }
    }

    @Test
    void ofALongerFilmOnlyTheFirstFramesAreKept() {
        try (WorkFolder into = workFolders.create()) {
            FilmPictures pictures = reader.pictures(film("long.mkv", Colours.BT709), atMost(4), into.path());

            assertThat(pictures.frames()).isEqualTo(4);
            assertThat(pictures.more()).isTrue();
        }
    }

    @Test
    void whatIsNoFilmIsRefused() throws IOException {
        Path garbage = Files.writeString(folder.resolve("garbage.mp4"), "no film ".repeat(1000));
        try (WorkFolder into = workFolders.create()) {
            assertThatThrownBy(() -> reader.pictures(garbage, atMost(4), into.path()))
                    .isInstanceOf(UnreadableFilmException.class);
        }
    }
}
