package org.magicanime.video.encode;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.decode.FilmDecoder;
import org.magicanime.video.decode.MediaInput;
import org.magicanime.video.libav.Frames;
import org.magicanime.video.libav.QuarterTurn;

/// Takes single pictures out of a film of ours.
public final class Stills {
    private Stills() {}

    /// @param every the first frame is written, and each that follows so many later; at least 1
    /// @param folder where `frame-NNNNNN.png` are written, numbered from 0
    /// @return the files, in order
    public static List<Path> write(Path film, int every, Path folder) {
        List<Path> files = new ArrayList<>();
        AVFrame frame = Frames.empty();
        try (MediaInput input = MediaInput.open(film, ProbeLimits.DEFAULT);
                FilmDecoder decoder = new FilmDecoder(input, 1)) {
            for (int number = 0; decoder.next(frame); number++) {
                if (number % every == 0) {
                    Path file = folder.resolve("frame-%06d.png".formatted(number));
                    PngFile.write(frame, new QuarterTurn(input.rotation()), file);
                    files.add(file);
                }
            }
        } finally {
            av_frame_free(frame);
        }
        return files;
    }
}
