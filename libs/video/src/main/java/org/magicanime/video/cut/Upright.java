package org.magicanime.video.cut;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.magicanime.video.libav.Av;
import org.magicanime.video.libav.Frames;
import org.magicanime.video.libav.QuarterTurn;

/// Makes of a decoded frame what an H.264 encoder takes: 8-bit 4:2:0, upright, even width and height.
///
/// A frame that is so already passes untouched. RGB becomes BT.709 with limited range; every other frame keeps its
/// matrix and range. An odd side grows by one: its last row or column is repeated.
final class Upright implements AutoCloseable {
    private static final int ALIGNMENT = 32;

    private final QuarterTurn turn;
    private final SwsContext sws = Av.allocated(sws_alloc_context(), "a pixel converter");
    private final AVFrame converted = Frames.empty();
    private final AVFrame fitted = Frames.empty();

    Upright(QuarterTurn turn) {
        this.turn = turn;
        sws.flags(SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP);
    }

    /// @return `frame` itself, or a frame that belongs to this object and is overwritten by the next call
    AVFrame of(AVFrame frame) {
        AVFrame planar = isPlanar420(frame) ? frame : convert(frame);
        boolean odd = planar.width() % 2 != 0 || planar.height() % 2 != 0;
        return turn.degrees() == 0 && !odd ? planar : fit(planar);
    }

    private static boolean isPlanar420(AVFrame frame) {
        return frame.format() == AV_PIX_FMT_YUV420P || frame.format() == AV_PIX_FMT_YUVJ420P;
    }

    private AVFrame convert(AVFrame frame) {
        allocate(converted, frame, frame.width(), frame.height());
        boolean rgb = (av_pix_fmt_desc_get(frame.format()).flags() & AV_PIX_FMT_FLAG_RGB) != 0
                || frame.colorspace() == AVCOL_SPC_RGB;
        if (rgb) {
            converted.colorspace(AVCOL_SPC_BT709);
            converted.color_range(AVCOL_RANGE_MPEG);
        }
        Av.check(sws_scale_frame(sws, converted, frame), "converting a frame");
        return converted;
    }

    private AVFrame fit(AVFrame frame) {
        boolean sideways = turn.isSideways();
        int width = sideways ? frame.height() : frame.width();
        int height = sideways ? frame.width() : frame.height();
        allocate(fitted, frame, width + width % 2, height + height % 2);
        turn.copy(frame, fitted, 0, frame.width(), frame.height(), fitted.width(), fitted.height(), 1);
        for (int chroma = 1; chroma <= 2; chroma++) {
            turn.copy(
                    frame,
                    fitted,
                    chroma,
                    (frame.width() + 1) / 2,
                    (frame.height() + 1) / 2,
                    fitted.width() / 2,
                    fitted.height() / 2,
                    1);
        }
        return fitted;
    }

    private void allocate(AVFrame target, AVFrame like, int width, int height) {
        if (target.width() != width || target.height() != height) {
            av_frame_unref(target);
            target.format(AV_PIX_FMT_YUV420P);
            target.width(width);
            target.height(height);
            Av.check(av_frame_get_buffer(target, ALIGNMENT), "allocating a frame");
        } else {
            // An encoder may still hold the last picture.
            Av.check(av_frame_make_writable(target), "allocating a frame");
        }
        int format = target.format();
        av_frame_copy_props(target, like);
        target.format(format);
    }

    @Override
    public void close() {
        av_frame_free(converted);
        av_frame_free(fitted);
        sws_free_context(sws);
    }
}
