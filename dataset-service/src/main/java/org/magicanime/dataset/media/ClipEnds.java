package org.magicanime.dataset.media;

import java.nio.file.Path;
import org.magicanime.video.decode.OwnClip;
import org.magicanime.video.encode.PngFile;
import org.magicanime.video.libav.QuarterTurn;

/// The first and the last picture of a clip that we encoded, as PNG.
public final class ClipEnds {
    private ClipEnds() {}

    /// @param width pixels as shown
    /// @param height likewise
    /// @param frames how many it has
    /// @throws IllegalStateException if it is damaged or has not so many
    public static void write(Path clip, int width, int height, long frames, Path first, Path last) {
        try (OwnClip film = new OwnClip(clip, width, height)) {
            long seen = film.forEach(Long.MAX_VALUE, (frame, number) -> {
                if (number == 0 || number == frames - 1) {
                    frame.width(width);
                    frame.height(height);
                    PngFile.write(frame, new QuarterTurn(0), number == 0 ? first : last);
                    if (frames == 1) {
                        PngFile.write(frame, new QuarterTurn(0), last);
                    }
                }
            });
            if (seen != frames) {
                throw new IllegalStateException("the clip has " + seen + " frames, and should have " + frames);
            }
        }
    }
}
