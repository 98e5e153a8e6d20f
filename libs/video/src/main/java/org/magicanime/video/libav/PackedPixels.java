package org.magicanime.video.libav;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/// Converts frames to packed pixels of the same size, as current OpenCV does (4.14 and 5.0: swscale, bicubic, honouring
/// the frame's own matrix, range and chroma location).
///
/// The frame that {@link #convert} returns belongs to the converter and is overwritten by the next call.
public final class PackedPixels implements AutoCloseable {
    private final SwsContext sws = Av.allocated(sws_alloc_context(), "a pixel converter");
    private final int pixelFormat;
    private AVFrame target = Frames.empty();

    /// @param pixelFormat of libavutil, such as `AV_PIX_FMT_RGB24`
    public PackedPixels(int pixelFormat) {
        this.pixelFormat = pixelFormat;
        sws.flags(SWS_BICUBIC);
    }

    /// @throws AvException if there is no way from the frame's pixel format
    public AVFrame convert(AVFrame frame) {
        if (target.width() != frame.width() || target.height() != frame.height()) {
            av_frame_free(target);
            target = Frames.picture(pixelFormat, frame.width(), frame.height());
        }
        Av.check(sws_scale_frame(sws, target, frame), "converting a frame");
        return target;
    }

    @Override
    public void close() {
        av_frame_free(target);
        sws_free_context(sws);
    }
}
