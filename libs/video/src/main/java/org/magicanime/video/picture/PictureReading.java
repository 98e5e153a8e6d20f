package org.magicanime.video.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.magicanime.video.FilmPictures;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.decode.DecodedFrames;
import org.magicanime.video.decode.FilmDecoder;
import org.magicanime.video.decode.MediaInput;

/// Decodes a film into a file of RGB pictures.
public final class PictureReading {
    /// The name of the file.
    public static final String FILE = "pictures.rgb";

    private PictureReading() {}

    /// @param mostFrames that are written; one more is decoded, to know whether there is one
    /// @param into a folder in which the file is made anew
    /// @throws UnreadableFilmException if the film cannot be opened, has no frame, or its frames change their size
    public static FilmPictures read(Path film, int mostFrames, Path into) {
        FilmPictures pictures = read(film, mostFrames, into, 0);
        // Error concealment of several decoder threads is not repeatable; that of one is.
        return pictures.damaged() ? read(film, mostFrames, into, 1) : pictures;
    }

    private static FilmPictures read(Path film, int mostFrames, Path into, int threads) {
        Path file = into.resolve(FILE);
        try (MediaInput input = MediaInput.open(film, ProbeLimits.DEFAULT);
                FilmDecoder decoder = new FilmDecoder(input, threads);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                RgbWriter writer = new RgbWriter(input.rotation(), out)) {
            int[] frames = new int[1];
            new DecodedFrames(decoder)
                    .forEach(
                            decoded -> {
                                if (decoded.number() < mostFrames) {
                                    writer.write(decoded.frame());
                                }
                                frames[0]++;
                            },
                            mostFrames + 1L);
            if (frames[0] == 0) {
                throw new UnreadableFilmException("no-frames", "no frame of the film can be decoded", null, null);
            }
            return new FilmPictures(
                    file,
                    writer.width(),
                    writer.height(),
                    Math.min(frames[0], mostFrames),
                    frames[0] > mostFrames,
                    decoder.sawDamage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
