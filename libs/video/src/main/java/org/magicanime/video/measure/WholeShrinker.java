package org.magicanime.video.measure;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.magicanime.shots.Chroma;
import org.magicanime.shots.Sample;
import org.magicanime.video.libav.Av;
import org.magicanime.video.libav.Frames;

/// Makes whole frames of any pixel format smaller, into luma and chroma of the full range.
final class WholeShrinker implements AutoCloseable {
    private final SwsContext sws = Av.allocated(sws_alloc_context(), "a scaler");
    private final AVFrame small = Frames.picture(AV_PIX_FMT_YUV420P, Sample.WIDTH, Sample.HEIGHT);

    WholeShrinker() {
        sws.flags(SWS_AREA);
        small.colorspace(AVCOL_SPC_BT709);
        small.color_range(AVCOL_RANGE_JPEG);
    }

    void shrink(AVFrame frame, byte[] luma, Chroma chroma) {
        Av.check(sws_scale_frame(sws, small, frame), "making a frame smaller");
        read(0, Sample.WIDTH, luma);
        read(1, Sample.CHROMA_WIDTH, chroma.u);
        read(2, Sample.CHROMA_WIDTH, chroma.v);
    }

    private void read(int plane, int width, byte[] values) {
        for (int row = 0; row * width < values.length; row++) {
            small.data(plane).position((long) row * small.linesize(plane)).get(values, row * width, width);
        }
    }

    @Override
    public void close() {
        av_frame_free(small);
        sws_free_context(sws);
    }
}
