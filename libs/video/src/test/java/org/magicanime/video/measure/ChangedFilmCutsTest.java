package org.magicanime.video.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.ShotScore;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.ReviewedCuts;
import org.magicanime.video.decode.DecodedFrames;
import org.magicanime.video.decode.FilmDecoder;
import org.magicanime.video.decode.MediaInput;
import org.magicanime.video.libav.Av;
import org.magicanime.video.libav.Frames;

/// The detector `cartoon` on the films of {@link ReviewedCuts}, shown without colours and with bars at their sides:
/// other detectors miss every cut of one such film whose shots are alike.
class ChangedFilmCutsTest {
    private static final int FULL_RANGE = 2;
    private static final byte NO_COLOUR = (byte) 128;

    @ParameterizedTest
    @CsvSource({
        "popeye_T01_p2.mkv, true, false",
        "popeye_T01_p2.mkv, true, true",
        "popeye_T03_p1.mkv, true, true",
        "mov_bbb.mp4, true, false",
        "mov_bbb.mp4, false, true",
        "mov_bbb.mp4, true, true",
        "sintel_threejs.mp4, true, false",
        "sintel_threejs.mp4, false, true",
        "sintel_threejs.mp4, true, true"
    })
    void losesNothing(String name, boolean grey, boolean bars) throws Exception {
        ReviewedCuts reviewed = ReviewedCuts.of(name);

        ShotScore cuts = ShotScore.ofCuts(boundaries(reviewed.film(), grey, bars), reviewed.truth());

        assertThat(cuts).isEqualTo(new ShotScore(reviewed.truth().cuts().size(), 0, 0));
    }

    private static List<Boundary> boundaries(Path film, boolean grey, boolean bars) {
        try (MediaInput input = MediaInput.open(film, ProbeLimits.DEFAULT);
                FilmDecoder decoder = new FilmDecoder(input, 0);
                CartoonMeter meter = new CartoonMeter(input.frameRate().asDouble());
                Change change = new Change(grey, bars)) {
            new DecodedFrames(decoder).forEach(decoded -> meter.measure(change.of(decoded.frame())));
            return meter.boundaries();
        }
    }

    /// Shows frames without colours, or in a wider picture.
    private static final class Change implements AutoCloseable {
        private final boolean grey;
        private final boolean bars;
        private final SwsContext sws = Av.allocated(sws_alloc_context(), "a scaler");
        private final AVFrame plain = Frames.empty();
        private final AVFrame changed = Frames.empty();

        Change(boolean grey, boolean bars) {
            this.grey = grey;
            this.bars = bars;
        }

        AVFrame of(AVFrame frame) {
            renew(plain, frame.width(), frame);
            Av.check(sws_scale_frame(sws, plain, frame), "converting a frame");
            // As 4:3 in 16:9; even, for the chroma.
            int bar = bars ? frame.width() / 12 * 2 : 0;
            renew(changed, frame.width() + 2 * bar, frame);
            fill(0, frame.height(), frame.color_range() == FULL_RANGE ? (byte) 0 : 16);
            copy(0, bar, frame.width(), frame.height());
            int half = (frame.height() + 1) / 2;
            for (int plane = 1; plane <= 2; plane++) {
                fill(plane, half, NO_COLOUR);
                if (!grey) {
                    copy(plane, bar / 2, (frame.width() + 1) / 2, half);
                }
            }
            return changed;
        }

        /// With a buffer of its own: the meter keeps the frame before.
        private static void renew(AVFrame target, int width, AVFrame like) {
            av_frame_unref(target);
            target.format(AV_PIX_FMT_YUV420P);
            target.width(width);
            target.height(like.height());
            target.color_range(like.color_range());
            Av.check(av_frame_get_buffer(target, 0), "allocating a picture");
        }

        private void fill(int plane, int rows, byte value) {
            changed.data(plane).limit((long) rows * changed.linesize(plane)).fill(value);
        }

        private void copy(int plane, int left, int width, int rows) {
            av_image_copy_plane(
                    changed.data(plane).position(left),
                    changed.linesize(plane),
                    plain.data(plane),
                    plain.linesize(plane),
                    width,
                    rows);
        }

        @Override
        public void close() {
            av_frame_free(plain);
            av_frame_free(changed);
            sws_free_context(sws);
        }
    }
}
