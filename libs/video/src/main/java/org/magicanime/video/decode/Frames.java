package org.magicanime.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Makes frames.
public final class Frames {
    /// Enough for every vector instruction set, and for OpenCV.
    private static final int ALIGNMENT = 64;

    private Frames() {}

    /// A frame without pixels; the caller frees it.
    public static AVFrame empty() {
        AVFrame frame = av_frame_alloc();
        if (frame == null) {
            throw new OutOfMemoryError("No memory for a frame");
        }
        return frame;
    }

    /// A frame with pixels of any value; the caller frees it.
    ///
    /// @param pixelFormat ffmpeg's number of it
    public static AVFrame picture(int pixelFormat, int width, int height) {
        AVFrame frame = empty();
        frame.format(pixelFormat);
        frame.width(width);
        frame.height(height);
        FfmpegException.check(av_frame_get_buffer(frame, ALIGNMENT), "get memory for a picture");
        return frame;
    }
}
