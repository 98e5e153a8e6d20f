package org.magicanime.video.libav;

import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// What the numbers in a frame mean. The first three are the code points of ITU-T H.273; 2 is "not said".
///
/// @param matrix such as 1 (BT.709), 5 or 6 (BT.601), 9 (BT.2020), 0 (RGB)
/// @param primaries such as 1 (BT.709)
/// @param transfer such as 1 (BT.709), 13 (sRGB)
/// @param range 0 not said, 1 limited (16 to 235), 2 full (0 to 255)
/// @param chromaLocation 0 not said, else 1 + H.273's `ChromaLocType` (1 left, 2 centre, 3 top left, 4 top …)
public record Colours(int matrix, int primaries, int transfer, int range, int chromaLocation) {
    public static final Colours NOT_SAID = new Colours(
            AVCOL_SPC_UNSPECIFIED,
            AVCOL_PRI_UNSPECIFIED,
            AVCOL_TRC_UNSPECIFIED,
            AVCOL_RANGE_UNSPECIFIED,
            AVCHROMA_LOC_UNSPECIFIED);
    /// What HD films are in.
    public static final Colours BT709 =
            new Colours(AVCOL_SPC_BT709, AVCOL_PRI_BT709, AVCOL_TRC_BT709, AVCOL_RANGE_MPEG, AVCHROMA_LOC_LEFT);

    public static Colours of(AVFrame frame) {
        return new Colours(
                frame.colorspace(),
                frame.color_primaries(),
                frame.color_trc(),
                frame.color_range(),
                frame.chroma_location());
    }

    public Colours withRange(int range) {
        return new Colours(matrix, primaries, transfer, range, chromaLocation);
    }

    public Colours withChromaLocation(int location) {
        return new Colours(matrix, primaries, transfer, range, location);
    }

    /// Tags a frame, so that libswscale converts from or to these colours.
    public void tag(AVFrame frame) {
        frame.colorspace(matrix);
        frame.color_primaries(primaries);
        frame.color_trc(transfer);
        frame.color_range(range);
        frame.chroma_location(chromaLocation);
    }

    /// Tags an encoder that is not open yet.
    public void tag(AVCodecContext encoder) {
        encoder.colorspace(matrix);
        encoder.color_primaries(primaries);
        encoder.color_trc(transfer);
        encoder.color_range(range);
        encoder.chroma_sample_location(chromaLocation);
    }
}
