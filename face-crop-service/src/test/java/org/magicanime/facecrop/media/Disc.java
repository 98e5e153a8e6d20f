package org.magicanime.facecrop.media;

import java.nio.file.Path;
import java.util.Arrays;
import org.magicanime.testkit.numbered.NumberedClip;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmWriter;

/// A film of a bright disc that moves by parts of a pixel, on grey.
///
/// @param frames how long
record Disc(int frames) {
    static final int WIDTH = 320;
    static final int HEIGHT = 240;
    static final double RADIUS = 9;
    static final int GROUND = 64;

    private static final int FINER = 8;

    /// Its middle, in pixels.
    double x(int frame) {
        return 70.15 + 3.37 * frame;
    }

    double y(int frame) {
        return 60.4 + 1.83 * frame;
    }

    /// @return a clip as the segment stage cuts it
    Path write(Path folder) {
        Path film = folder.resolve("disc.mkv");
        try (FilmWriter writer = new FilmWriter(film, FilmFormat.lossless(WIDTH, HEIGHT, 24))) {
            for (int frame = 0; frame < frames; frame++) {
                writer.frame(picture(frame));
            }
            writer.finish();
        }
        return NumberedClip.cut(film, frames, folder);
    }

    private int[] picture(int frame) {
        int[] rgb = new int[WIDTH * HEIGHT];
        Arrays.fill(rgb, GROUND * 0x10101);
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                int inside = 0;
                for (int part = 0; part < FINER * FINER; part++) {
                    double x = column + (part % FINER + 0.5) / FINER;
                    double y = row + (part / FINER + 0.5) / FINER;
                    inside += Math.hypot(x - x(frame), y - y(frame)) <= RADIUS ? 1 : 0;
                }
                if (inside > 0) {
                    int grey = GROUND + (220 - GROUND) * inside / (FINER * FINER);
                    rgb[row * WIDTH + column] = grey * 0x10101;
                }
            }
        }
        return rgb;
    }
}
