package org.magicanime.caption.domain.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.magicanime.inference.picture.Picture;

/// Measures how what is behind the character moves: blocks of one picture are sought in a later one. Blocks within the
/// character, and blocks without structure, say nothing.
final class CameraMotion {
    private static final int BLOCK = 16;
    private static final int REACH = 12;
    /// Sum of luma differences between neighbours in a block from which on it has structure: 3 levels each.
    private static final int STRUCTURE = 3 * BLOCK * BLOCK;
    /// Of all blocks: fewer do not speak for the picture.
    private static final int FEWEST = 6;
    /// Of the mean difference of a block's best place, above which it was not found.
    private static final double FOUND = 12;

    /// Of the picture's size: less than a pixel.
    private static final double AGREES = 0.005;

    private static final double MOVES = 0.02;
    private static final double GROWS = 0.03;
    private static final double SHAKES = 0.012;

    private final List<double[]> pairs = new ArrayList<>();
    private final double secondsBetween;
    private double energy;
    private int compared;

    /// @param secondsBetween two pictures
    CameraMotion(double secondsBetween) {
        this.secondsBetween = secondsBetween;
    }

    /// @param covered whether the character is at a place, in widths and heights of the picture
    void add(int[] before, int[] after, int width, int height, BiPredicate<Double, Double> covered) {
        List<double[]> vectors = new ArrayList<>();
        BlockSums sumsBefore = new BlockSums(before, width, height);
        BlockSums sumsAfter = new BlockSums(after, width, height);
        for (int y = REACH; y + BLOCK + REACH <= height; y += BLOCK) {
            for (int x = REACH; x + BLOCK + REACH <= width; x += BLOCK) {
                double middleX = (x + BLOCK / 2.0) / width;
                double middleY = (y + BLOCK / 2.0) / height;
                if (!covered.test(middleX, middleY) && structure(before, width, x, y) >= STRUCTURE) {
                    double[] vector = seek(before, sumsBefore, after, sumsAfter, width, x, y);
                    if (vector[2] <= FOUND) {
                        vectors.add(new double[] {middleX, middleY, vector[0] / width, vector[1] / height});
                    }
                }
            }
        }
        energy += difference(before, after);
        compared++;
        if (vectors.size() >= FEWEST) {
            double[] whole = whole(vectors);
            if (speaksForThePicture(vectors, whole)) {
                pairs.add(whole);
            }
        }
    }

    /// Most blocks go the same way, in at least three quarters of the picture: else something moves before a ground
    /// without structure.
    private static boolean speaksForThePicture(List<double[]> vectors, double[] whole) {
        boolean[] quarters = new boolean[4];
        int agreeing = 0;
        for (double[] vector : vectors) {
            double right = whole[0] + whole[2] * (vector[0] - 0.5);
            double down = whole[1] + whole[2] * (vector[1] - 0.5);
            if (Math.hypot(vector[2] - right, vector[3] - down) <= AGREES) {
                agreeing++;
                quarters[(vector[0] < 0.5 ? 0 : 1) + (vector[1] < 0.5 ? 0 : 2)] = true;
            }
        }
        int seen = 0;
        for (boolean quarter : quarters) {
            seen += quarter ? 1 : 0;
        }
        return 2 * agreeing > vectors.size() && seen >= 3;
    }

    /// Luma of a picture.
    static int[] luma(Picture picture) {
        byte[] rgb = picture.rgb();
        int[] luma = new int[picture.width() * picture.height()];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (54 * (rgb[3 * i] & 0xff) + 183 * (rgb[3 * i + 1] & 0xff) + 19 * (rgb[3 * i + 2] & 0xff)) >> 8;
        }
        return luma;
    }

    /// Mean difference of luma between two pictures, 0 to 255.
    double amount() {
        return compared == 0 ? 0 : energy / compared;
    }

    private static double difference(int[] before, int[] after) {
        long sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += Math.abs(before[i] - after[i]);
        }
        return (double) sum / before.length;
    }

    private static int structure(int[] luma, int width, int x, int y) {
        int sum = 0;
        for (int row = y; row < y + BLOCK; row++) {
            for (int i = x; i < x + BLOCK - 1; i++) {
                sum += Math.abs(luma[row * width + i + 1] - luma[row * width + i])
                        + Math.abs(luma[(row + 1) * width + i] - luma[row * width + i]);
            }
        }
        return sum;
    }

    /// @return how far it moved, in pixels, and the mean difference there
    private static double[] seek(
            int[] before, BlockSums sumsBefore, int[] after, BlockSums sumsAfter, int width, int x, int y) {
        int here = y * width + x;
        int best = sum(before, after, width, x, y, 0, 0, Integer.MAX_VALUE);
        int bestX = 0;
        int bestY = 0;
        for (int dy = -REACH; dy <= REACH; dy++) {
            for (int dx = -REACH; dx <= REACH; dx++) {
                if (sumsBefore.leastDifference(here, sumsAfter, here + dy * width + dx) >= best) {
                    continue;
                }
                int sum = sum(before, after, width, x, y, dx, dy, best);
                if (sum < best) {
                    best = sum;
                    bestX = dx;
                    bestY = dy;
                }
            }
        }
        return new double[] {bestX, bestY, (double) best / (BLOCK * BLOCK)};
    }

    private static int sum(int[] before, int[] after, int width, int x, int y, int dx, int dy, int enough) {
        int sum = 0;
        for (int row = 0; row < BLOCK && sum < enough; row++) {
            int here = (y + row) * width + x;
            int there = (y + dy + row) * width + x + dx;
            for (int i = 0; i < BLOCK; i++) {
                sum += Math.abs(before[here + i] - after[there + i]);
            }
        }
        return sum;
    }

    /// Shift to the right and down in widths and heights, and growth: of most blocks.
    private static double[] whole(List<double[]> vectors) {
        double right = median(vectors.stream().mapToDouble(each -> each[2]).toArray());
        double down = median(vectors.stream().mapToDouble(each -> each[3]).toArray());
        double[] growths = vectors.stream()
                .filter(each -> Math.hypot(each[0] - 0.5, each[1] - 0.5) > 0.2)
                .mapToDouble(each -> ((each[2] - right) * (each[0] - 0.5) + (each[3] - down) * (each[1] - 0.5))
                        / (Math.pow(each[0] - 0.5, 2) + Math.pow(each[1] - 0.5, 2)))
                .toArray();
        return new double[] {right, down, growths.length == 0 ? 0 : median(growths)};
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private double perSecond(int of) {
        return median(pairs.stream().mapToDouble(each -> each[of]).toArray()) / secondsBetween;
    }

    /// How far the picture's contents move to the right, in widths a second; the camera moves the other way.
    double right() {
        return perSecond(0);
    }

    /// Likewise downwards, in heights a second.
    double down() {
        return perSecond(1);
    }

    /// By how much things become larger in a second.
    double growth() {
        return perSecond(2);
    }

    /// How far single shifts are from the usual one, in widths: a tripod has none.
    double unrest() {
        double right = median(pairs.stream().mapToDouble(each -> each[0]).toArray());
        double down = median(pairs.stream().mapToDouble(each -> each[1]).toArray());
        return median(pairs.stream()
                .mapToDouble(each -> Math.hypot(each[0] - right, each[1] - down))
                .toArray());
    }

    /// In words. Where too few pictures say something, that is not known.
    Camera camera() {
        if (pairs.isEmpty() || 2 * pairs.size() < compared) {
            return Camera.UNKNOWN;
        }
        if (unrest() >= SHAKES && Math.hypot(right(), down()) < 2 * MOVES) {
            return Camera.SHAKE;
        }
        if (Math.abs(growth()) >= GROWS && Math.abs(growth()) >= Math.max(Math.abs(right()), Math.abs(down()))) {
            return growth() > 0 ? Camera.ZOOM_IN : Camera.ZOOM_OUT;
        }
        if (Math.abs(right()) >= MOVES && Math.abs(right()) >= Math.abs(down())) {
            return right() > 0 ? Camera.PAN_LEFT : Camera.PAN_RIGHT;
        }
        if (Math.abs(down()) >= MOVES) {
            return down() > 0 ? Camera.TILT_UP : Camera.TILT_DOWN;
        }
        return Camera.STATIC;
    }
}
