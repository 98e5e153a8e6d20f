package org.magicanime.video;

import java.nio.file.Path;

/// A film's pictures in a file: three bytes a pixel (red, green, blue), row by row, frame by frame, without gaps.
///
/// @param file that has exactly these bytes
/// @param width pixels as shown
/// @param height likewise
/// @param frames how many there are in the file
/// @param more whether the film has further ones
/// @param damaged whether the decoder reported an error
public record FilmPictures(Path file, int width, int height, int frames, boolean more, boolean damaged) {
    private static final int RGB = 3;

    public FilmPictures {
        if (width < 1 || height < 1 || frames < 1) {
            throw new IllegalArgumentException("there are no pictures of " + width + "x" + height + " pixels");
        }
    }

    /// Bytes of one picture.
    public int pictureBytes() {
        return Math.multiplyExact(RGB, Math.multiplyExact(width, height));
    }

    /// Bytes of all of them.
    public long bytes() {
        return (long) pictureBytes() * frames;
    }
}
