package org.magicanime.shots;

import static org.magicanime.shots.Sample.WIDTH;

import org.magicanime.shots.Area.Box;

/// How unlike two pictures are.
final class Compared {
    /// Variance of gradients below which there is no drawing to speak of.
    private static final double NO_DRAWING = 0.01;

    private Compared() {}

    /// Mean |difference| of luma in the area, 0 to 255.
    static float brightness(Picture before, Picture after, Box area) {
        int[] a = before.luma;
        int[] b = after.luma;
        int sum = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            int end = y * WIDTH + area.right();
            for (int i = y * WIDTH + area.left(); i < end; i++) {
                sum += Math.abs(a[i] - b[i]);
            }
        }
        return (float) sum / area.size();
    }

    /// 1 − correlation of the gradients in the area: 0 for the same drawing whatever its brightness and contrast,
    /// about 1 for drawings that have nothing in common; 0 if neither picture has one, 1 if only one has.
    static float structure(Picture before, Picture after, Box area) {
        lookAt(before, area);
        lookAt(after, area);
        int[] a = before.gradient;
        int[] b = after.gradient;
        long products = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            int end = y * WIDTH + area.right();
            int row = 0;
            // A row's sum fits: 64 · 510².
            for (int i = y * WIDTH + area.left(); i < end; i++) {
                row += a[i] * b[i];
            }
            products += row;
        }
        double count = area.size();
        double meanA = before.gradientSum / count;
        double meanB = after.gradientSum / count;
        double spreadA = before.gradientSquares / count - meanA * meanA;
        double spreadB = after.gradientSquares / count - meanB * meanB;
        if (spreadA < NO_DRAWING || spreadB < NO_DRAWING) {
            return spreadA < NO_DRAWING && spreadB < NO_DRAWING ? 0 : 1;
        }
        return (float) (1 - (products / count - meanA * meanB) / Math.sqrt(spreadA * spreadB));
    }

    private static void lookAt(Picture picture, Box area) {
        if (!picture.area.equals(area)) {
            picture.look(area);
        }
    }
}
