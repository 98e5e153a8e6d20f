package org.magicanime.video.child;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.video.CutOptions;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.cut.Cutting;
import org.magicanime.video.decode.Probing;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmFormat.SoundFormat;
import org.magicanime.video.encode.FilmWriter;
import org.magicanime.video.measure.Measuring;

/// Does once all that a film-reading process does, on a small film that it draws itself, so that the JVM can note which
/// classes are needed and which methods are worth compiling.
final class Rehearsal {
    private static final int FRAMES = 96;
    private static final int PER_SECOND = 24;

    private Rehearsal() {}

    /// @param folder an empty folder
    static void run(Path folder) {
        Path film = draw(folder.resolve("rehearsal.mp4"));
        Probing.probe(film, ProbeLimits.DEFAULT);
        Measuring.measure(film, MeasureOptions.DEFAULT, frames -> {});
        FilmMeasures measures = Measuring.measure(film, MeasureOptions.CARTOON, frames -> {});
        List<FrameSpan> spans = List.of(new FrameSpan(0, FRAMES / 2), new FrameSpan(FRAMES / 2, measures.frames()));
        Cutting.cut(film, spans, CutOptions.DEFAULT, folder, 0, clip -> {});
    }

    private static Path draw(Path file) {
        FilmFormat format = FilmFormat.h264(480, 272, PER_SECOND).withSound(SoundFormat.AAC_STEREO);
        try (FilmWriter writer = new FilmWriter(file, format)) {
            int[] picture = new int[format.width() * format.height()];
            float[] sound = new float[2 * SoundFormat.AAC_STEREO.rate() / PER_SECOND];
            for (int frame = 0; frame < FRAMES; frame++) {
                int shift = frame;
                Arrays.setAll(picture, i -> (i / format.width() + i + shift * 3) % 256 * 0x010301);
                writer.frame(picture);
                writer.sound(sound);
            }
            writer.finish();
        }
        return file;
    }
}
