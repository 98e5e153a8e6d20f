package org.magicanime.video;

/// Pictures drawn straight into YUV 4:2:0 planes with whole numbers only, so that every machine draws the same
/// bytes: a shaded ground, a figure that moves, and grain that never repeats. Scenes of 24 frames follow each other
/// by cuts; frame 60 is a white flash; from 84 the picture fades to black.
final class DrawnPlanes {
    static final int FRAMES = 108;
    private static final int SCENE = 24;
    private static final int FLASH = 60;
    private static final int FADE = 84;

    private final int width;
    private final int height;
    private final int bits;

    /// @param bits 8, or 10 (two bytes a sample, little endian)
    DrawnPlanes(int width, int height, int bits) {
        this.width = width;
        this.height = height;
        this.bits = bits;
    }

    /// Luma, blue chroma and red chroma of one frame, row by row.
    byte[][] of(int frame) {
        return new byte[][] {luma(frame), chroma(frame, 1), chroma(frame, 2)};
    }

    private byte[] luma(int frame) {
        byte[] plane = new byte[width * height * bytes()];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                put(plane, y * width + x, faded(frame, lumaAt(frame, x, y), 16));
            }
        }
        return plane;
    }

    private byte[] chroma(int frame, int plane) {
        int columns = (width + 1) / 2;
        int rows = (height + 1) / 2;
        byte[] samples = new byte[columns * rows * bytes()];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                put(samples, y * columns + x, faded(frame, chromaAt(frame, plane, 2 * x, 2 * y), 128));
            }
        }
        return samples;
    }

    private int lumaAt(int frame, int x, int y) {
        if (frame == FLASH) {
            return 234;
        }
        int scene = frame / SCENE;
        int ground = 40 + (x * (scene + 1) * 60 / width + y * (5 - scene) * 25 / height) % 160;
        int shade = inFigure(frame, x, y) ? 215 - 30 * scene : ground;
        return shade + grain(frame, x, y) % 7;
    }

    private int chromaAt(int frame, int plane, int x, int y) {
        if (frame == FLASH) {
            return 128;
        }
        int scene = frame / SCENE;
        if (inFigure(frame, x, y)) {
            return plane == 1 ? 90 + 20 * scene : 190 - 15 * scene;
        }
        return 128 + (plane == 1 ? 1 : -1) * (scene * 17 % 50 - 25) + x * 20 / width;
    }

    private boolean inFigure(int frame, int x, int y) {
        int dx = x - width / 5 - (frame % SCENE) * width / 50;
        int dy = y - height / 2;
        int radius = height / 5;
        return dx * dx + dy * dy < radius * radius;
    }

    private static int grain(int frame, int x, int y) {
        int hash = x * 374_761_393 + y * 668_265_263 + frame * 974_634_617;
        hash = (hash ^ (hash >>> 13)) * 1_274_126_177;
        return (hash ^ (hash >>> 16)) & 0x7fff_ffff;
    }

    private static int faded(int frame, int value, int black) {
        int left = Math.min(FRAMES - FADE, FRAMES - frame);
        return frame < FADE ? value : black + (value - black) * left / (FRAMES - FADE);
    }

    private void put(byte[] plane, int index, int value) {
        if (bytes() == 1) {
            plane[index] = (byte) value;
        } else {
            int fine = value * 4 + (index & 3);
            plane[2 * index] = (byte) fine;
            plane[2 * index + 1] = (byte) (fine >> 8);
        }
    }

    private int bytes() {
        return bits > 8 ? 2 : 1;
    }
}
