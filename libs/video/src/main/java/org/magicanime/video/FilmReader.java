package org.magicanime.video;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.magicanime.contracts.FrameSpan;

/// Reads films that strangers made. Each call runs a child process that sees the film and an empty folder and nothing
/// else: no credentials, no network, with limits on time, memory and files.
///
/// All methods throw {@link UnreadableFilmException} when the film can never be read as asked (it carries a code),
/// {@link FilmReaderCrashedException} when the child crashed, hung or exceeded its limits (the film is suspect), and
/// {@link FilmReaderKilledException} (which is `Busy`) when something outside ended the child.
public interface FilmReader {
    /// Looks at a film without decoding it: reads every packet, so that what is counted can be held against what is
    /// declared.
    ProbeReport probe(Path film, ProbeLimits limits);

    /// Decodes the whole film once and measures every frame.
    ///
    /// @param progress hears the number of frames so far, a few times a second
    FilmMeasures measure(Path film, MeasureOptions options, LongConsumer progress);

    /// Decodes the film once and writes `clip.mp4`, `sound.flac` (if the film has sound) and `first.png` of each
    /// span into a folder of its own under `into`.
    ///
    /// @param spans disjoint and ascending
    /// @param damaged whether measuring saw damage: such a film is decoded by one thread, which is slower and
    ///     repeatable
    /// @param into an empty folder
    /// @param onClip hears each clip as soon as its files are complete, in order, while later ones are still being
    ///     cut; may delete the files
    void cut(
            Path film, List<FrameSpan> spans, CutOptions options, boolean damaged, Path into, Consumer<CutClip> onClip);

    /// Decodes the film once and writes its first frames as RGB pictures into a file.
    ///
    /// @param into an empty folder
    FilmPictures pictures(Path film, PictureOptions options, Path into);

    /// Decodes the film once and hands over every frame as a small RGB picture, some at a time, in order. The
    /// child waits until they are taken: nothing piles up.
    ///
    /// @param onPictures hears whole pictures, three bytes a pixel, row by row
    void shrink(Path film, ShrinkOptions options, Consumer<byte[]> onPictures);
}
