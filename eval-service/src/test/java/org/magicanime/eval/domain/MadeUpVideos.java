package org.magicanime.eval.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.magicanime.eval.domain.metric.RgbFrame;
import org.magicanime.video.FilmPictures;

/// A moving picture with colours and edges, and what mistakes make of it.
public final class MadeUpVideos {
    public static final int WIDTH = 96;
    public static final int HEIGHT = 64;
    public static final int FRAMES = 24;

    private final Path folder;
    private int files;

    MadeUpVideos(Path folder) {
        this.folder = folder;
    }

    /// Discs and bars that move by some pixels a frame, over a gradient.
    public static List<RgbFrame> truth() {
        return IntStream.range(0, FRAMES).mapToObj(MadeUpVideos::drawn).toList();
    }

    private static RgbFrame drawn(int t) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int i = 3 * (y * WIDTH + x);
                int texture = ((x * 7) ^ (y * 13)) & 31;
                int[] colour = {40 + x, 90 + y + texture, 200 - x - texture};
                int dx = x - 10 - 3 * t;
                int dy = y - 32 - (int) (10 * Math.sin(t / 3.0));
                if (dx * dx + dy * dy < 144) {
                    colour = new int[] {235, 60 + 2 * texture, 30};
                } else if ((x + 2 * t) % 40 < 9) {
                    colour = new int[] {20, 160, 60 + 3 * texture};
                }
                for (int c = 0; c < 3; c++) {
                    rgb[i + c] = (byte) Math.clamp(colour[c], 0, 255);
                }
            }
        }
        return new RgbFrame(WIDTH, HEIGHT, rgb);
    }

    public static List<RgbFrame> each(List<RgbFrame> frames, UnaryOperator<RgbFrame> change) {
        return frames.stream().map(change).toList();
    }

    public static List<RgbFrame> without(List<RgbFrame> frames, int number) {
        List<RgbFrame> left = new ArrayList<>(frames);
        left.remove(number);
        return left;
    }

    static List<RgbFrame> late(List<RgbFrame> frames) {
        List<RgbFrame> late = new ArrayList<>(frames);
        late.addFirst(frames.getFirst());
        late.removeLast();
        return late;
    }

    static RgbFrame toTheRight(RgbFrame frame) {
        byte[] rgb = frame.rgb().clone();
        for (int y = 0; y < frame.height(); y++) {
            int row = 3 * y * frame.width();
            System.arraycopy(frame.rgb(), row, rgb, row + 3, 3 * (frame.width() - 1));
        }
        return new RgbFrame(frame.width(), frame.height(), rgb);
    }

    public static RgbFrame blurred(RgbFrame frame) {
        byte[] rgb = frame.rgb().clone();
        for (int y = 2; y < frame.height() - 2; y++) {
            for (int x = 2; x < frame.width() - 2; x++) {
                for (int c = 0; c < 3; c++) {
                    int sum = 0;
                    for (int dy = -2; dy <= 2; dy++) {
                        for (int dx = -2; dx <= 2; dx++) {
                            sum += frame.rgb()[3 * ((y + dy) * frame.width() + x + dx) + c] & 0xff;
                        }
                    }
                    rgb[3 * (y * frame.width() + x) + c] = (byte) (sum / 25);
                }
            }
        }
        return new RgbFrame(frame.width(), frame.height(), rgb);
    }

    static RgbFrame noisy(RgbFrame frame) {
        java.util.Random random = new java.util.Random(frame.rgb()[5000]);
        byte[] rgb = new byte[frame.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.clamp((frame.rgb()[i] & 0xff) + Math.round(12 * random.nextGaussian()), 0, 255);
        }
        return new RgbFrame(frame.width(), frame.height(), rgb);
    }

    VideoFrames open(List<RgbFrame> frames) {
        Path file = folder.resolve("pictures-" + files++);
        try (var out = Files.newOutputStream(file)) {
            for (RgbFrame frame : frames) {
                out.write(frame.rgb());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FilmPictures pictures = new FilmPictures(file, WIDTH, HEIGHT, frames.size(), false, false);
        return new VideoFrames(pictures, WIDTH, HEIGHT, WIDTH, HEIGHT);
    }
}
