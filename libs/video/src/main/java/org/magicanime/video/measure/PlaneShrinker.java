package org.magicanime.video.measure;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.magicanime.video.libav.Av;

/// Makes one plane of a frame smaller, by the mean of the pixels that come together.
final class PlaneShrinker implements AutoCloseable {
    /// Rows that are read for each that is made, at least.
    private static final int ROWS = 2;
    private static final int PLANES = 4;

    private final int toWidth;
    private final int toHeight;
    private final BytePointer small;
    private final PointerPointer<BytePointer> from = new PointerPointer<>(PLANES);
    private final PointerPointer<BytePointer> to = new PointerPointer<>(PLANES);
    private final IntPointer fromStride = new IntPointer(PLANES);
    private final IntPointer toStride = new IntPointer(PLANES);
    private @Nullable SwsContext sws;
    private int width;
    private int height;
    private int format;
    private int step;

    PlaneShrinker(int toWidth, int toHeight) {
        this.toWidth = toWidth;
        this.toHeight = toHeight;
        this.small = new BytePointer((long) toWidth * toHeight);
        for (int i = 0; i < PLANES; i++) {
            from.put(i, null);
            to.put(i, null);
            fromStride.put(i, 0);
            toStride.put(i, 0);
        }
        to.put(0, small);
        toStride.put(0, toWidth);
    }

    /// @param plane number of the plane in the frame
    /// @param planeWidth its values in a row
    /// @param planeHeight its rows
    /// @param grey libavutil's pixel format of one such plane
    /// @param values where the values go
    void shrink(AVFrame frame, int plane, int planeWidth, int planeHeight, int grey, byte[] values) {
        SwsContext context = context(planeWidth, planeHeight, grey);
        from.put(0, frame.data(plane));
        fromStride.put(0, frame.linesize(plane) * step);
        Av.check(sws_scale(context, from, fromStride, 0, height / step, to, toStride), "making a plane smaller");
        small.get(values);
    }

    private SwsContext context(int planeWidth, int planeHeight, int grey) {
        SwsContext known = sws;
        if (known != null && planeWidth == width && planeHeight == height && grey == format) {
            return known;
        }
        if (known != null) {
            sws_freeContext(known);
            sws = null;
        }
        width = planeWidth;
        height = planeHeight;
        format = grey;
        step = Math.max(1, planeHeight / (ROWS * toHeight));
        SwsContext made = Av.allocated(
                sws_getContext(
                        width,
                        height / step,
                        format,
                        toWidth,
                        toHeight,
                        AV_PIX_FMT_GRAY8,
                        SWS_AREA,
                        null,
                        null,
                        (DoublePointer) null),
                "a scaler");
        sws = made;
        return made;
    }

    @Override
    public void close() {
        if (sws != null) {
            sws_freeContext(sws);
        }
        small.close();
        from.close();
        to.close();
        fromStride.close();
        toStride.close();
    }
}
