package org.magicanime.inference.picture;

/// A picture in memory. The array is not copied: who makes one says when it may change again.
///
/// @param width pixels
/// @param height pixels
/// @param rgb red, green, blue of each pixel, row by row, without padding; 0 to 255 as unsigned bytes
public record Picture(int width, int height, byte[] rgb) {
    public static final int CHANNELS = 3;

    public Picture {
        if (width < 1 || height < 1 || rgb.length != (long) width * height * CHANNELS) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "x" + height + " pixels has not " + rgb.length + " bytes");
        }
    }
}
