package org.magicanime.video.picture;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.libav.Av;
import org.magicanime.video.libav.Frames;
import org.magicanime.video.libav.QuarterTurn;

/// Writes frames as RGB, upright. Matrix and range are the frame's own. Where a frame does not say them, they are
/// BT.601 and limited: what libswscale, and so most programs that write RGB pictures into a film, made of them.
final class RgbWriter implements AutoCloseable {
    private static final int RGB = 3;

    private final QuarterTurn turn;
    private final OutputStream out;
    private final SwsContext sws = Av.allocated(sws_alloc_context(), "a pixel converter");
    private @Nullable AVFrame rgb;
    private @Nullable AVFrame upright;
    private byte[] row = new byte[0];

    RgbWriter(int rotation, OutputStream out) {
        this.turn = new QuarterTurn(rotation);
        this.out = out;
        sws.flags(SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP);
    }

    void write(AVFrame frame) {
        AVFrame pixels = rgb;
        AVFrame turned = upright;
        if (pixels == null || turned == null) {
            pixels = rgb = Frames.picture(AV_PIX_FMT_RGB24, frame.width(), frame.height());
            boolean sideways = turn.isSideways();
            turned = upright = Frames.picture(
                    AV_PIX_FMT_RGB24,
                    sideways ? frame.height() : frame.width(),
                    sideways ? frame.width() : frame.height());
            row = new byte[turned.width() * RGB];
        }
        if (pixels.width() != frame.width() || pixels.height() != frame.height()) {
            throw new UnreadableFilmException("decode-failed", "the frames of the film change their size", null, null);
        }
        tagUntagged(frame);
        Av.check(sws_scale_frame(sws, pixels, frame), "converting a frame");
        if (turn.degrees() != 0) {
            turn.copy(pixels, turned, 0, frame.width(), frame.height(), turned.width(), turned.height(), RGB);
            pixels = turned;
        }
        BytePointer data = pixels.data(0);
        try {
            for (int y = 0; y < pixels.height(); y++) {
                data.position((long) y * pixels.linesize(0)).get(row);
                out.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the pictures of a film cannot be written: " + e.getMessage(), e);
        }
    }

    private static void tagUntagged(AVFrame frame) {
        if ((av_pix_fmt_desc_get(frame.format()).flags() & AV_PIX_FMT_FLAG_RGB) != 0) {
            return;
        }
        if (frame.colorspace() == AVCOL_SPC_UNSPECIFIED) {
            frame.colorspace(AVCOL_SPC_SMPTE170M);
        }
        if (frame.color_range() == AVCOL_RANGE_UNSPECIFIED) {
            frame.color_range(AVCOL_RANGE_MPEG);
        }
    }

    /// Pixels as shown; 0 before the first frame.
    int width() {
        return upright == null ? 0 : upright.width();
    }

    int height() {
        return upright == null ? 0 : upright.height();
    }

    @Override
    public void close() {
        if (rgb != null) {
            av_frame_free(rgb);
        }
        if (upright != null) {
            av_frame_free(upright);
        }
        sws_free_context(sws);
    }
}
