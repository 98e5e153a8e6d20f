package org.magicanime.shots;

import static org.magicanime.shots.Picture.HALF;
import static org.magicanime.shots.Picture.HALF_HEIGHT;
import static org.magicanime.shots.Picture.HALF_WIDTH;
import static org.magicanime.shots.Sample.HEIGHT;
import static org.magicanime.shots.Sample.WIDTH;

import org.magicanime.shots.Area.Box;

/// What motion does not explain: each block of a picture is sought in the picture before, an eighth of the width around
/// (a quarter of the height), first at half the size and then around the best place.
final class Motion {
    /// Side of a block, in values of luma.
    private static final int BLOCK = 8;
    private static final int ACROSS = WIDTH / BLOCK;
    static final int BLOCKS = ACROSS * (HEIGHT / BLOCK);
    private static final int HALF_BLOCK = BLOCK / 2;
    private static final int REACH = 4;
    /// A block counts as changed from this mean |difference| on, whatever the contrast of the pictures.
    private static final double LEAST_CHANGE = 2.5;
    private static final double CHANGE = 0.12;
    /// Luma of the ground of a title card; where at least half of both pictures is as dark, letters change.
    private static final int BLACK = 24;
    /// Share of changed blocks of a title card that is worth as much as one of others.
    private static final double TITLE = 0.5;

    /// Mean |difference| of luma over all blocks of the area, 0 to 255.
    float unexplained;
    /// Share of blocks that are not explained, 0 to 1; half of it where letters change on black ground.
    float changed;

    /// Of each place at half the size, the sum of the block that begins there: two blocks differ by at least as
    /// much as their sums do, which rules out most places without a look at their values (successive
    /// elimination, Li and Salari 1995).
    private final int[] sums = new int[HALF];

    private int bestX;
    private int bestY;

    void explain(Picture before, Picture after, Box area) {
        double threshold = Math.max(LEAST_CHANGE, CHANGE * (before.deviation + after.deviation) / 2);
        float sum = 0;
        int many = 0;
        int black = 0;
        int blocks = 0;
        addBlocks(before.half);
        for (int block = 0; block < BLOCKS; block++) {
            int x = block % ACROSS * BLOCK;
            int y = block / ACROSS * BLOCK;
            if (!area.contains(x + BLOCK / 2, y + BLOCK / 2)) {
                continue;
            }
            blocks++;
            seek(before.half, after.half, x / 2, y / 2);
            float rest = (float) seekAround(before.luma, after.luma, x, y) / (BLOCK * BLOCK);
            sum += rest;
            if (rest > threshold) {
                many++;
            }
            black += countBlack(before.luma, after.luma, x, y);
        }
        unexplained = sum / Math.max(1, blocks);
        float share = (float) many / Math.max(1, blocks);
        changed = 2 * black >= blocks * BLOCK * BLOCK ? (float) (TITLE * share) : share;
    }

    private static int countBlack(int[] a, int[] b, int x, int y) {
        int count = 0;
        for (int row = 0; row < BLOCK; row++) {
            int at = (y + row) * WIDTH + x;
            for (int i = 0; i < BLOCK; i++) {
                if (Math.max(a[at + i], b[at + i]) <= BLACK) {
                    count++;
                }
            }
        }
        return count;
    }

    private void addBlocks(int[] half) {
        int across = HALF_WIDTH - HALF_BLOCK;
        for (int i = 0; i < HALF; i++) {
            sums[i] = i % HALF_WIDTH > across ? 0 : half[i] + half[i + 1] + half[i + 2] + half[i + 3];
        }
        for (int i = 0; i < HALF - (HALF_BLOCK - 1) * HALF_WIDTH; i++) {
            sums[i] += sums[i + HALF_WIDTH] + sums[i + 2 * HALF_WIDTH] + sums[i + 3 * HALF_WIDTH];
        }
    }

    /// At half the size.
    private void seek(int[] a, int[] b, int x, int y) {
        int size = HALF_BLOCK;
        bestX = 0;
        bestY = 0;
        int sought = 0;
        for (int row = 0; row < size; row++) {
            for (int i = 0; i < size; i++) {
                sought += b[(y + row) * HALF_WIDTH + x + i];
            }
        }
        int best = difference(a, b, HALF_WIDTH, x, y, 0, 0, size, Integer.MAX_VALUE);
        int lastY = Math.min(REACH, HALF_HEIGHT - size - y);
        int lastX = Math.min(REACH, HALF_WIDTH - size - x);
        for (int dy = Math.max(-REACH, -y); dy <= lastY; dy++) {
            int there = (y + dy) * HALF_WIDTH + x;
            for (int dx = Math.max(-REACH, -x); dx <= lastX; dx++) {
                if (Math.abs(sums[there + dx] - sought) >= best) {
                    continue;
                }
                int sum = difference(a, b, HALF_WIDTH, x, y, dx, dy, size, best);
                if (sum < best) {
                    best = sum;
                    bestX = dx;
                    bestY = dy;
                }
            }
        }
    }

    private int seekAround(int[] a, int[] b, int x, int y) {
        int best = Integer.MAX_VALUE;
        int lastY = Math.min(2 * bestY + 1, HEIGHT - BLOCK - y);
        int lastX = Math.min(2 * bestX + 1, WIDTH - BLOCK - x);
        for (int dy = Math.max(2 * bestY - 1, -y); dy <= lastY; dy++) {
            for (int dx = Math.max(2 * bestX - 1, -x); dx <= lastX; dx++) {
                best = Math.min(best, difference(a, b, WIDTH, x, y, dx, dy, BLOCK, best));
            }
        }
        return best;
    }

    /// Sum of |differences|, or anything from `enough` on.
    private static int difference(int[] a, int[] b, int width, int x, int y, int dx, int dy, int size, int enough) {
        int sum = 0;
        for (int row = 0; row < size && sum < enough; row++) {
            int there = (y + dy + row) * width + x + dx;
            int here = (y + row) * width + x;
            for (int i = 0; i < size; i++) {
                sum += Math.abs(a[there + i] - b[here + i]);
            }
        }
        return sum;
    }
}
