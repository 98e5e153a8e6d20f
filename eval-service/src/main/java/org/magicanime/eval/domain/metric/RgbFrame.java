package org.magicanime.eval.domain.metric;

/// A picture of 8-bit sRGB.
///
/// @param width pixels
/// @param height pixels
/// @param rgb three bytes a pixel, row by row without gaps; not copied
public record RgbFrame(int width, int height, byte[] rgb) {
    static final int CHANNELS = 3;

    /// @throws IllegalArgumentException if the bytes are not so many
    public RgbFrame {
        if (width < 1 || height < 1 || rgb.length != Math.multiplyExact(CHANNELS * width, height)) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "x" + height + " pixels does not have " + rgb.length + " bytes");
        }
    }

    /// @throws IllegalArgumentException if they have not the same size
    static void requireSameSize(RgbFrame a, RgbFrame b) {
        if (a.width != b.width || a.height != b.height) {
            throw new IllegalArgumentException("pictures of " + a.width + "x" + a.height + " and " + b.width + "x"
                    + b.height + " pixels cannot be compared");
        }
    }
}
