package org.magicanime.pictures.decoded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.magicanime.inference.picture.Picture;
import org.magicanime.pictures.ClipPictures;

/// Pictures that lie one after the other in a file of any size, which is mapped: what was not looked at for long leaves
/// the memory by itself.
final class PictureFile implements ClipPictures {
    private final Path file;
    private final int width;
    private final int height;
    private final long stride;
    private final int frames;
    private final double scale;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment pixels;
    private final Picture picture;

    /// @param file of `frames` × `height` × `stride` bytes; deleted in the end
    /// @param width of the pictures in it
    /// @param height likewise
    /// @param stride bytes from row to row, at least 3 × `width`
    /// @param scale pixels of the film for one of these
    PictureFile(Path file, int width, int height, int stride, int frames, double scale) {
        this.file = file;
        this.width = width;
        this.height = height;
        this.stride = stride;
        this.frames = frames;
        this.scale = scale;
        this.picture = new Picture(width, height, new byte[Math.multiplyExact(width * Picture.CHANNELS, height)]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            pixels = channel.map(FileChannel.MapMode.READ_ONLY, 0, frames * this.stride * height, arena);
        } catch (IOException e) {
            arena.close();
            throw new UncheckedIOException("the pictures of a clip cannot be mapped: " + e.getMessage(), e);
        }
    }

    @Override
    public int frames() {
        return frames;
    }

    @Override
    public double scale() {
        return scale;
    }

    @Override
    public Picture picture(int frame) {
        if (frame < 0 || frame >= frames) {
            throw new IndexOutOfBoundsException("the clip has " + frames + " frames, but not one of number " + frame);
        }
        int rowBytes = width * Picture.CHANNELS;
        long row = frame * stride * height;
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, row, picture.rgb(), y * rowBytes, rowBytes);
            row += stride;
        }
        return picture;
    }

    @Override
    public void close() {
        if (!arena.scope().isAlive()) {
            return;
        }
        arena.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
