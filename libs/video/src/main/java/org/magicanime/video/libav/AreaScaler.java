package org.magicanime.video.libav;

import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/// Makes pictures smaller by the mean of the pixels that come together, and converts them, honouring the matrix, the
/// range and the chroma location that both frames name.
public final class AreaScaler implements AutoCloseable {
    /// A fixed number, so that slices are cut at the same rows everywhere.
    private static final int THREADS = 2;

    private final SwsContext sws = Av.allocated(sws_alloc_context(), "a pixel converter");

    public AreaScaler() {
        sws.flags(SWS_AREA | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT);
        sws.threads(THREADS);
    }

    /// @param to a frame with pixels of its own, which are overwritten
    public void scale(AVFrame from, AVFrame to) {
        Av.check(sws_scale_frame(sws, to, from), "converting a frame");
    }

    @Override
    public void close() {
        sws_free_context(sws);
    }
}
