package org.magicanime.pictures.decoded;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.video.libav.AreaScaler;
import org.magicanime.video.libav.Frames;

/// Writes the frames of a clip as RGB pictures, at most so large, into a file.
final class PictureWriter implements AutoCloseable {
    private final int width;
    private final int height;
    private final double scale;
    private final Path file;
    private final FileChannel channel;
    private final AreaScaler scaler = new AreaScaler();
    private final AVFrame rgb;
    private final ByteBuffer pixels;
    private int frames;

    /// @param width pixels of a frame as shown
    /// @param height likewise
    /// @param longestSide pixels of a picture
    /// @param file a new one
    PictureWriter(int width, int height, int longestSide, Path file) throws IOException {
        this.width = width;
        this.height = height;
        this.file = file;
        scale = Math.max(1, (double) Math.max(width, height) / longestSide);
        rgb = Frames.picture(AV_PIX_FMT_RGB24, shrunk(width), shrunk(height));
        pixels = new BytePointer(rgb.data(0))
                .capacity((long) rgb.linesize(0) * rgb.height())
                .asByteBuffer();
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private int shrunk(int side) {
        return (int) Math.max(1, Math.round(side / scale));
    }

    /// Adds a picture.
    ///
    /// @param frame is cropped
    void add(AVFrame frame) {
        frame.width(width);
        frame.height(height);
        scaler.scale(frame, rgb);
        pixels.rewind();
        try {
            while (pixels.hasRemaining()) {
                channel.write(pixels);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the pictures of a clip cannot be written: " + e.getMessage(), e);
        }
        frames++;
    }

    /// What was written, for reading.
    ClipPictures pictures() {
        return new PictureFile(file, rgb.width(), rgb.height(), rgb.linesize(0), frames, scale);
    }

    @Override
    public void close() throws IOException {
        scaler.close();
        av_frame_free(rgb);
        channel.close();
    }
}
