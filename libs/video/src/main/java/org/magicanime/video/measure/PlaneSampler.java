package org.magicanime.video.measure;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.magicanime.shots.Chroma;
import org.magicanime.shots.Sample;

/// Makes the {@link Sample} of a frame straight from the decoder's planes where they hold luma and chroma; other frames
/// (RGB, palettes) are converted, at the sample's size.
///
/// Of tall planes only every n-th row is read, at least two for each row of the sample.
final class PlaneSampler implements AutoCloseable {
    /// AV_PIX_FMT_FLAG_…, macros that the Java binding lacks.
    private static final int BIG_ENDIAN = 1;

    private static final int PALETTE = 1 << 1;
    private static final int BITSTREAM = 1 << 2;
    private static final int HARDWARE = 1 << 3;
    private static final int PLANAR = 1 << 4;
    private static final int RGB = 1 << 5;
    private static final int FLOAT = 1 << 9;
    private static final int FULL_RANGE = 2;
    private static final byte NEUTRAL = (byte) 128;

    private final byte[] luma = new byte[Sample.LUMA];
    private final Chroma unasked = new Chroma();
    private final PlaneShrinker lumaShrinker = new PlaneShrinker(Sample.WIDTH, Sample.HEIGHT);
    private final PlaneShrinker chromaShrinker = new PlaneShrinker(Sample.CHROMA_WIDTH, Sample.CHROMA_HEIGHT);
    private final WholeShrinker wholeShrinker = new WholeShrinker();
    private final byte[] widened = widened();
    private int format = AV_PIX_FMT_NONE;
    private boolean planes;
    private int grey;
    private int chromaWidthShift;
    private int chromaHeightShift;
    private boolean coloured;

    /// @return {@link Sample#LUMA} values, until the next call
    byte[] luma(AVFrame frame) {
        if (!hasPlanes(frame)) {
            wholeShrinker.shrink(frame, luma, unasked);
            return luma;
        }
        lumaShrinker.shrink(frame, 0, frame.width(), frame.height(), grey, luma);
        if (frame.color_range() != FULL_RANGE && !isFullByName()) {
            for (int i = 0; i < luma.length; i++) {
                luma[i] = widened[luma[i] & 0xff];
            }
        }
        return luma;
    }

    void chroma(AVFrame frame, Chroma chroma) {
        if (!hasPlanes(frame)) {
            wholeShrinker.shrink(frame, new byte[Sample.LUMA], chroma);
        } else if (coloured) {
            int width = ceilShift(frame.width(), chromaWidthShift);
            int height = ceilShift(frame.height(), chromaHeightShift);
            chromaShrinker.shrink(frame, 1, width, height, grey, chroma.u);
            chromaShrinker.shrink(frame, 2, width, height, grey, chroma.v);
        } else {
            Arrays.fill(chroma.u, NEUTRAL);
            Arrays.fill(chroma.v, NEUTRAL);
        }
    }

    private boolean hasPlanes(AVFrame frame) {
        if (frame.format() != format) {
            learn(frame.format());
        }
        return planes;
    }

    private static int ceilShift(int value, int shift) {
        return -(-value >> shift);
    }

    private void learn(int newFormat) {
        format = newFormat;
        AVPixFmtDescriptor descriptor = av_pix_fmt_desc_get(newFormat);
        if (descriptor == null || descriptor.isNull()) {
            planes = false;
            return;
        }
        long flags = descriptor.flags();
        int depth = descriptor.comp(0).depth();
        boolean grey1 = descriptor.nb_components() == 1;
        coloured = descriptor.nb_components() >= 3;
        planes = (flags & (PALETTE | BITSTREAM | HARDWARE | RGB | FLOAT | BIG_ENDIAN)) == 0
                && (grey1 || (coloured && (flags & PLANAR) != 0))
                && descriptor.comp(0).plane() == 0
                && (!coloured
                        || (descriptor.comp(1).plane() == 1
                                && descriptor.comp(2).plane() == 2))
                && descriptor.comp(0).step() == (depth > 8 ? 2 : 1)
                && descriptor.comp(0).shift() == 0;
        grey = grey(depth);
        planes &= grey != AV_PIX_FMT_NONE;
        chromaWidthShift = descriptor.log2_chroma_w();
        chromaHeightShift = descriptor.log2_chroma_h();
    }

    private static int grey(int depth) {
        return switch (depth) {
            case 8 -> AV_PIX_FMT_GRAY8;
            case 9 -> AV_PIX_FMT_GRAY9LE;
            case 10 -> AV_PIX_FMT_GRAY10LE;
            case 12 -> AV_PIX_FMT_GRAY12LE;
            case 14 -> AV_PIX_FMT_GRAY14LE;
            case 16 -> AV_PIX_FMT_GRAY16LE;
            default -> AV_PIX_FMT_NONE;
        };
    }

    private boolean isFullByName() {
        return format == AV_PIX_FMT_YUVJ420P
                || format == AV_PIX_FMT_YUVJ422P
                || format == AV_PIX_FMT_YUVJ444P
                || format == AV_PIX_FMT_YUVJ440P
                || format == AV_PIX_FMT_GRAY8;
    }

    /// 16 … 235 to 0 … 255.
    private static byte[] widened() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) Math.clamp(Math.round((i - 16) * 255 / 219f), 0, 255);
        }
        return all;
    }

    @Override
    public void close() {
        lumaShrinker.close();
        chromaShrinker.close();
        wholeShrinker.close();
    }
}
