package org.magicanime.eval.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.magicanime.eval.domain.metric.RgbFrame;
import org.magicanime.video.FilmPictures;

/// The frames of a decoded video in the size in which they are compared, read from its file one by one.
final class VideoFrames implements AutoCloseable {
    private final FilmPictures pictures;
    private final int shownWidth;
    private final int shownHeight;
    private final int width;
    private final int height;
    private final FileChannel file;

    /// @param shownWidth pixels as shown: a coded picture may have one more, which is cut off
    /// @param shownHeight likewise
    /// @param width pixels in which frames are compared
    /// @param height likewise
    VideoFrames(FilmPictures pictures, int shownWidth, int shownHeight, int width, int height) {
        this.pictures = pictures;
        this.shownWidth = shownWidth;
        this.shownHeight = shownHeight;
        this.width = width;
        this.height = height;
        try {
            file = FileChannel.open(pictures.file(), StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many there are in the file.
    int frames() {
        return pictures.frames();
    }

    RgbFrame frame(int number) {
        byte[] bytes = new byte[pictures.pictureBytes()];
        ByteBuffer into = ByteBuffer.wrap(bytes);
        try {
            long first = (long) number * bytes.length;
            while (into.hasRemaining()) {
                if (file.read(into, first + into.position()) < 0) {
                    throw new IllegalStateException("the file of pictures is shorter than was said");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bilinear.scale(cut(new RgbFrame(pictures.width(), pictures.height(), bytes)), width, height);
    }

    /// Encoders want even sides: the column or row that they were given besides is no part of the picture.
    private RgbFrame cut(RgbFrame whole) {
        boolean wider = whole.width() == shownWidth + 1 && shownWidth % 2 == 1;
        boolean higher = whole.height() == shownHeight + 1 && shownHeight % 2 == 1;
        if (!wider && !higher) {
            return whole;
        }
        int toWidth = wider ? shownWidth : whole.width();
        int toHeight = higher ? shownHeight : whole.height();
        byte[] rgb = new byte[3 * toWidth * toHeight];
        for (int y = 0; y < toHeight; y++) {
            System.arraycopy(whole.rgb(), 3 * y * whole.width(), rgb, 3 * y * toWidth, 3 * toWidth);
        }
        return new RgbFrame(toWidth, toHeight, rgb);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
