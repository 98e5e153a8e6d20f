package org.magicanime.video.cut;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Structural similarity of two luma planes.
///
/// Wang et al., "Image quality assessment: from error visibility to structural similarity" (2004), with 8×8 windows
/// every 4 pixels as x264 and ffmpeg's `ssim` filter have them; mean over all windows, 1 for equal planes.
final class Ssim {
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);
    private static final int BLOCK = 4;
    private static final int SUMS = 4;

    private byte[] rowA = new byte[0];
    private byte[] rowB = new byte[0];
    private int[] above = new int[0];
    private int[] here = new int[0];

    /// @param width pixels that are compared, at least 8
    /// @param height pixels that are compared, at least 8
    double of(AVFrame a, AVFrame b, int width, int height) {
        int columns = width / BLOCK;
        int rows = height / BLOCK;
        if (rowA.length < width) {
            rowA = new byte[width];
            rowB = new byte[width];
            above = new int[columns * SUMS];
            here = new int[columns * SUMS];
        }
        double total = 0;
        for (int row = 0; row < rows; row++) {
            blockSums(a, b, row, columns);
            if (row > 0) {
                for (int column = 0; column + 1 < columns; column++) {
                    total += window(column);
                }
            }
            int[] swap = above;
            above = here;
            here = swap;
        }
        return total / ((rows - 1.0) * (columns - 1.0));
    }

    private void blockSums(AVFrame a, AVFrame b, int row, int columns) {
        java.util.Arrays.fill(here, 0);
        for (int y = row * BLOCK; y < (row + 1) * BLOCK; y++) {
            a.data(0).position((long) y * a.linesize(0)).get(rowA, 0, columns * BLOCK);
            b.data(0).position((long) y * b.linesize(0)).get(rowB, 0, columns * BLOCK);
            for (int column = 0; column < columns; column++) {
                int sumA = 0;
                int sumB = 0;
                int squares = 0;
                int products = 0;
                for (int x = column * BLOCK; x < (column + 1) * BLOCK; x++) {
                    int pa = rowA[x] & 0xff;
                    int pb = rowB[x] & 0xff;
                    sumA += pa;
                    sumB += pb;
                    squares += pa * pa + pb * pb;
                    products += pa * pb;
                }
                int at = column * SUMS;
                here[at] += sumA;
                here[at + 1] += sumB;
                here[at + 2] += squares;
                here[at + 3] += products;
            }
        }
    }

    private double window(int column) {
        int at = column * SUMS;
        double sumA = sum(at);
        double sumB = sum(at + 1);
        double squares = sum(at + 2);
        double products = sum(at + 3);
        int pixels = 4 * BLOCK * BLOCK;
        double meanA = sumA / pixels;
        double meanB = sumB / pixels;
        double variances = (squares - (sumA * sumA + sumB * sumB) / pixels) / (pixels - 1);
        double covariance = (products - sumA * sumB / pixels) / (pixels - 1);
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (variances + C2));
    }

    private int sum(int at) {
        return above[at] + above[at + SUMS] + here[at] + here[at + SUMS];
    }
}
