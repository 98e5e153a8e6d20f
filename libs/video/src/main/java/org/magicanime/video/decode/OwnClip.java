package org.magicanime.video.decode;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.contracts.Rational;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.UnreadableFilmException;

/// A clip that we encoded ourselves, being decoded in this process. Whatever is wrong with it is a fault of ours and
/// throws an IllegalStateException.
public final class OwnClip implements AutoCloseable {
    /// What a second thread gains, further ones do not: the others convert and encode.
    public static final int DECODER_THREADS = 2;

    private final Path file;
    private final int width;
    private final int height;
    private final MediaInput input;
    private final FilmDecoder decoder;

    /// Hears the frames.
    public interface Frames {
        /// @param frame valid until this returns; may be cropped
        /// @param number from 0
        void take(AVFrame frame, long number);
    }

    /// @param width pixels as shown; coded pictures are as wide, or one pixel wider if that is odd
    /// @param height likewise
    public OwnClip(Path file, int width, int height) {
        this.file = file;
        this.width = width;
        this.height = height;
        try {
            input = MediaInput.open(file, ProbeLimits.DEFAULT);
        } catch (UnreadableFilmException e) {
            throw new IllegalStateException("the clip cannot be decoded: " + e.getMessage(), e);
        }
        try {
            decoder = new FilmDecoder(input, DECODER_THREADS);
        } catch (UnreadableFilmException e) {
            input.close();
            throw new IllegalStateException("the clip cannot be decoded: " + e.getMessage(), e);
        }
    }

    /// Seconds per tick of the frames' times.
    public Rational timeBase() {
        return input.timeBase();
    }

    public Rational frameRate() {
        return input.frameRate();
    }

    /// Decodes the first `most` frames, once.
    ///
    /// @return how many there were
    public long forEach(long most, Frames frames) {
        long[] count = new long[1];
        new DecodedFrames(decoder)
                .forEach(
                        decoded -> {
                            checkSize(decoded.frame());
                            frames.take(decoded.frame(), decoded.number());
                            count[0]++;
                        },
                        most);
        if (decoder.sawDamage()) {
            throw new IllegalStateException("the clip " + file.getFileName() + " is damaged");
        }
        return count[0];
    }

    private void checkSize(AVFrame frame) {
        if (frame.width() != even(width) || frame.height() != even(height)) {
            throw new IllegalStateException("the clip " + file.getFileName() + " has pictures of " + frame.width() + "x"
                    + frame.height() + " pixels, which is not " + width + "x" + height);
        }
    }

    /// The number, or one more if it is odd.
    public static int even(int pixels) {
        return pixels + pixels % 2;
    }

    @Override
    public void close() {
        decoder.close();
        input.close();
    }
}
