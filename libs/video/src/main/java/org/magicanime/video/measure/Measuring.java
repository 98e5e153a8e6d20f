package org.magicanime.video.measure;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.MeasureOptions.Downscale;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.decode.DecodedFrames;
import org.magicanime.video.decode.FilmDecoder;
import org.magicanime.video.decode.MediaInput;
import org.magicanime.video.libav.Av;

/// Decodes a film once and measures every frame.
public final class Measuring {
    /// As many decoder threads as there are cores. The decoder itself would take one more, which was slower by 5 to
    /// 14 % on two cores. From 16 on, as it does, no more: each keeps pictures.
    private static final int THREADS = Math.min(16, Runtime.getRuntime().availableProcessors());

    private Measuring() {}

    /// @param progress hears the number of frames so far
    /// @throws UnreadableFilmException if the film cannot be opened or has no frame
    public static FilmMeasures measure(Path film, MeasureOptions options, LongConsumer progress) {
        MeasureColumns columns = measure(film, options, progress, THREADS);
        // Error concealment of several decoder threads is not repeatable; that of one is.
        return (columns.sawDamage() ? measure(film, options, progress, 1) : columns)
                .toMeasures(options.downscale() != Downscale.LUMA_64);
    }

    /// Decodes a film without looking at it.
    ///
    /// @return frames
    public static long decode(Path film) {
        try (MediaInput input = MediaInput.open(film, ProbeLimits.DEFAULT);
                FilmDecoder decoder = new FilmDecoder(input, 0)) {
            AVFrame frame = Av.allocated(av_frame_alloc(), "a frame");
            long frames = 0;
            while (decoder.next(frame)) {
                frames++;
            }
            av_frame_free(frame);
            return frames;
        }
    }

    private static MeasureColumns measure(Path film, MeasureOptions options, LongConsumer progress, int threads) {
        try (MediaInput input = MediaInput.open(film, ProbeLimits.DEFAULT);
                FilmDecoder decoder = new FilmDecoder(input, threads)) {
            MeasureColumns columns = new MeasureColumns(input);
            DecodedFrames decoded = new DecodedFrames(decoder);
            try (FrameMeter meter = FrameMeter.of(options, input)) {
                ScanMeter scan = new ScanMeter();
                decoded.forEachQuickly(frame -> {
                    columns.checkSize(frame.frame());
                    scan.see(frame.frame());
                    meter.measure(frame.frame());
                    columns.add(frame, meter);
                    if (columns.size() % 32 == 0) {
                        progress.accept(columns.size());
                    }
                });
                columns.boundaries(meter.boundaries(), meter.secondLooks());
                columns.scan(scan.scan());
            }
            columns.end(decoder.sawDamage());
            progress.accept(columns.size());
            return columns;
        }
    }
}
