package org.magicanime.caption.domain.look;

/// Of each place of a picture, the sum of the 8×8 values that begin there.
///
/// Two blocks differ by at least as much as the sums of their parts do, which rules out nearly all places without a
/// look at their values (successive elimination: Li and Salari 1995, Gao, Duanmu and Zou 2000).
final class BlockSums {
    private static final int SIDE = 8;

    private final int width;
    private final int[] sums;

    BlockSums(int[] values, int width, int height) {
        this.width = width;
        this.sums = new int[values.length];
        int[] rows = new int[values.length];
        for (int y = 0; y < height; y++) {
            int at = y * width;
            int sum = 0;
            for (int x = 0; x < width; x++) {
                sum += values[at + x];
                if (x >= SIDE) {
                    sum -= values[at + x - SIDE];
                }
                if (x >= SIDE - 1) {
                    rows[at + x - SIDE + 1] = sum;
                }
            }
        }
        for (int x = 0; x + SIDE <= width; x++) {
            int sum = 0;
            for (int y = 0; y < height; y++) {
                sum += rows[y * width + x];
                if (y >= SIDE) {
                    sum -= rows[(y - SIDE) * width + x];
                }
                if (y >= SIDE - 1) {
                    sums[(y - SIDE + 1) * width + x] = sum;
                }
            }
        }
    }

    /// What the 16×16 block at a place differs by from one of another picture of the same size, at least.
    ///
    /// @param here place in this picture, `y · width + x`
    /// @param there place in the other
    int leastDifference(int here, BlockSums other, int there) {
        int down = SIDE * width;
        return Math.abs(sums[here] - other.sums[there])
                + Math.abs(sums[here + SIDE] - other.sums[there + SIDE])
                + Math.abs(sums[here + down] - other.sums[there + down])
                + Math.abs(sums[here + down + SIDE] - other.sums[there + down + SIDE]);
    }
}
