package org.magicanime.keypoint.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE240M;

import org.magicanime.video.libav.Colours;

/// How a colour becomes 8-bit samples: ITU-T H.273, equations 38 to 40 and 44 to 46 with the weights of its table of
/// matrix coefficients. What does not name its matrix is taken for BT.601, as libswscale takes it.
///
/// @param red weight of red in luma
/// @param blue weight of blue in luma
/// @param full whether samples go from 0 to 255, not from 16 to 235 (240)
record YuvCode(double red, double blue, boolean full) {
    static YuvCode of(Colours colours) {
        boolean full = colours.range() == AVCOL_RANGE_JPEG;
        int matrix = colours.matrix();
        if (matrix == AVCOL_SPC_BT709) {
            return new YuvCode(0.2126, 0.0722, full);
        } else if (matrix == AVCOL_SPC_BT2020_NCL || matrix == AVCOL_SPC_BT2020_CL) {
            return new YuvCode(0.2627, 0.0593, full);
        } else if (matrix == AVCOL_SPC_SMPTE240M) {
            return new YuvCode(0.212, 0.087, full);
        } else if (matrix == AVCOL_SPC_FCC) {
            return new YuvCode(0.30, 0.11, full);
        }
        return new YuvCode(0.299, 0.114, full);
    }

    /// Luma, blue chroma and red chroma, not rounded; 0 to 255.
    ///
    /// @param rgb `0xRRGGBB`
    double[] samples(int rgb) {
        double r = (rgb >> 16 & 0xff) / 255.0;
        double g = (rgb >> 8 & 0xff) / 255.0;
        double b = (rgb & 0xff) / 255.0;
        double luma = red * r + (1 - red - blue) * g + blue * b;
        double blueChroma = (b - luma) / (2 * (1 - blue));
        double redChroma = (r - luma) / (2 * (1 - red));
        return full
                ? new double[] {255 * luma, Math.min(255, 128 + 255 * blueChroma), Math.min(255, 128 + 255 * redChroma)}
                : new double[] {16 + 219 * luma, 128 + 224 * blueChroma, 128 + 224 * redChroma};
    }
}
