package org.magicanime.video.libav;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Turns planes of pixels clockwise by quarters.
///
/// @param degrees 0, 90, 180 or 270
public record QuarterTurn(int degrees) {
    public boolean isSideways() {
        return degrees % 180 != 0;
    }

    /// Copies a plane, turned; where the target is larger, its last row and column are repeated.
    ///
    /// @param plane number of it in both frames
    /// @param width pixels of the plane in `from`
    /// @param height likewise
    /// @param toWidth pixels of the plane in `to`, at least those of the turned plane
    /// @param toHeight likewise
    /// @param pixelBytes bytes of a pixel in this plane
    public void copy(
            AVFrame from, AVFrame to, int plane, int width, int height, int toWidth, int toHeight, int pixelBytes) {
        byte[] pixels = rows(from, plane, width * pixelBytes, height);
        byte[] row = new byte[toWidth * pixelBytes];
        int lastColumn = (isSideways() ? height : width) - 1;
        int lastRow = (isSideways() ? width : height) - 1;
        for (int y = 0; y < toHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                int pixel = source(Math.min(x, lastColumn), Math.min(y, lastRow), width, height) * pixelBytes;
                for (int i = 0; i < pixelBytes; i++) {
                    row[x * pixelBytes + i] = pixels[pixel + i];
                }
            }
            to.data(plane).position((long) y * to.linesize(plane)).put(row);
        }
    }

    /// Which pixel of a plane comes to a place of the turned plane.
    private int source(int x, int y, int width, int height) {
        return switch (degrees) {
            case 90 -> (height - 1 - x) * width + y;
            case 180 -> (height - 1 - y) * width + (width - 1 - x);
            case 270 -> x * width + (width - 1 - y);
            default -> y * width + x;
        };
    }

    private static byte[] rows(AVFrame frame, int plane, int rowBytes, int height) {
        byte[] all = new byte[rowBytes * height];
        for (int y = 0; y < height; y++) {
            frame.data(plane).position((long) y * frame.linesize(plane)).get(all, y * rowBytes, rowBytes);
        }
        return all;
    }
}
