package org.magicanime.video.libav;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Makes frames.
public final class Frames {
    /// Enough for every vector instruction set.
    private static final int ALIGNMENT = 64;

    private Frames() {}

    /// A frame without pixels; the caller frees it.
    public static AVFrame empty() {
        return Av.allocated(av_frame_alloc(), "a frame");
    }

    /// A frame with pixels of any value; the caller frees it.
    ///
    /// @param pixelFormat libavutil's number of it
    public static AVFrame picture(int pixelFormat, int width, int height) {
        AVFrame frame = empty();
        frame.format(pixelFormat);
        frame.width(width);
        frame.height(height);
        try {
            Av.check(av_frame_get_buffer(frame, ALIGNMENT), "allocating a picture");
        } catch (RuntimeException e) {
            av_frame_free(frame);
            throw e;
        }
        return frame;
    }
}
