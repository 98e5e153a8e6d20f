package org.magicanime.video.picture;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.decode.DecodedFrames;
import org.magicanime.video.decode.FilmDecoder;
import org.magicanime.video.decode.MediaInput;
import org.magicanime.video.libav.Av;
import org.magicanime.video.libav.Frames;
import org.magicanime.video.libav.QuarterTurn;

/// Decodes a film into small RGB pictures, upright, as ffmpeg's filter `scale` makes them by default (bicubic,
/// matrix and range of the frame).
public final class Shrinking {
    /// Pictures that are handed over at once.
    private static final int AT_ONCE = 32;

    private static final int RGB = 3;

    private final AVFrame small;
    private final AVFrame upright;
    private final QuarterTurn turn;
    private final SwsContext sws = Av.allocated(sws_alloc_context(), "a scaler");
    private final byte[] pictures;
    private final Consumer<byte[]> consumer;
    private int filled;

    private Shrinking(int width, int height, int rotation, Consumer<byte[]> consumer) {
        this.turn = new QuarterTurn(rotation);
        boolean sideways = turn.isSideways();
        this.small = Frames.picture(AV_PIX_FMT_RGB24, sideways ? height : width, sideways ? width : height);
        this.upright = Frames.picture(AV_PIX_FMT_RGB24, width, height);
        this.pictures = new byte[AT_ONCE * width * height * RGB];
        this.consumer = consumer;
        sws.flags(SWS_BICUBIC);
    }

    /// @param threads of the decoder; 0 lets it choose
    /// @param consumer hears of some pictures at a time, in order, row by row; keeps the array
    /// @throws UnreadableFilmException if the film cannot be opened or has no frame
    public static void shrink(Path film, int width, int height, int threads, Consumer<byte[]> consumer) {
        try (MediaInput input = MediaInput.open(film, ProbeLimits.DEFAULT);
                FilmDecoder decoder = new FilmDecoder(input, threads)) {
            Shrinking shrinking = new Shrinking(width, height, input.rotation(), consumer);
            try {
                int[] frames = new int[1];
                new DecodedFrames(decoder).forEach(decoded -> {
                    shrinking.take(decoded.frame());
                    frames[0]++;
                });
                if (frames[0] == 0) {
                    throw new UnreadableFilmException("no-frames", "no frame of the film can be decoded", null, null);
                }
                shrinking.handOver();
            } finally {
                shrinking.free();
            }
        }
    }

    private void take(AVFrame frame) {
        Av.check(sws_scale_frame(sws, small, frame), "making a frame smaller");
        AVFrame picture = small;
        if (turn.degrees() != 0) {
            turn.copy(small, upright, 0, small.width(), small.height(), upright.width(), upright.height(), RGB);
            picture = upright;
        }
        int row = picture.width() * RGB;
        for (int y = 0; y < picture.height(); y++) {
            picture.data(0).position((long) y * picture.linesize(0)).get(pictures, filled, row);
            filled += row;
        }
        if (filled == pictures.length) {
            handOver();
        }
    }

    private void handOver() {
        if (filled > 0) {
            consumer.accept(Arrays.copyOf(pictures, filled));
            filled = 0;
        }
    }

    private void free() {
        av_frame_free(small);
        av_frame_free(upright);
        sws_free_context(sws);
    }
}
