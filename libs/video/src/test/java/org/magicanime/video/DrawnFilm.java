package org.magicanime.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmWriter;
import org.magicanime.video.libav.Colours;

/// The films whose scores PySceneDetect gave us: see `drawn-scores.md` in the test resources. FFV1 is lossless, so
/// that what is decoded depends on no encoder.
enum DrawnFilm {
    BT709(480, 270, 8, Colours.BT709, 0),
    BT601_FULL_RANGE(480, 270, 8, new Colours(5, 5, 6, 2, 2), 0),
    TEN_BITS(480, 270, 10, Colours.BT709, 0),
    ODD_HEIGHT(482, 271, 8, Colours.BT709, 0),
    TURNED(480, 270, 8, Colours.BT709, 90),
    SMALL(160, 90, 8, Colours.NOT_SAID, 0);

    private final int width;
    private final int height;
    private final int bits;
    private final Colours colours;
    private final int rotation;

    DrawnFilm(int width, int height, int bits, Colours colours, int rotation) {
        this.width = width;
        this.height = height;
        this.bits = bits;
        this.colours = colours;
        this.rotation = rotation;
    }

    /// Writes all films into a folder, for PySceneDetect to read.
    public static void main(String[] folder) throws IOException {
        Path target = Files.createDirectories(Path.of(folder[0]));
        for (DrawnFilm film : values()) {
            film.write(target);
        }
    }

    Path write(Path folder) {
        Path file = folder.resolve(name() + (rotation == 0 ? ".mkv" : ".mov"));
        FilmFormat format = FilmFormat.lossless(width, height, 24)
                .withContainer(rotation == 0 ? "matroska" : "mov")
                .withVideoCodec("ffv1", bits == 8 ? "yuv420p" : "yuv420p10le", Map.of())
                .withColours(colours)
                .withRotation(rotation);
        DrawnPlanes planes = new DrawnPlanes(width, height, bits);
        try (FilmWriter writer = new FilmWriter(file, format)) {
            for (int frame = 0; frame < DrawnPlanes.FRAMES; frame++) {
                writer.planes(planes.of(frame), frame, 1);
            }
            writer.finish();
        }
        return file;
    }
}
