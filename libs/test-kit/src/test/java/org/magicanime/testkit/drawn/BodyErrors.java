package org.magicanime.testkit.drawn;

import java.util.Arrays;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.picture.Point;

/// Distances between where joints were drawn and where a model finds them.
final class BodyErrors {
    /// For each of COCO's 17 the number that BlazePose has for it.
    private static final int[] BLAZE = {0, 2, 5, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28};

    private BodyErrors() {}

    /// @return for each joint that is to be seen, from the shoulders down, in torso lengths
    static double[] of(CharacterTruth truth, BodyPose pose) {
        double[] errors = new double[BLAZE.length - 5];
        int count = 0;
        for (int i = 5; i < BLAZE.length; i++) {
            KnownPoint drawn = truth.points().get(i);
            if (drawn.visible()) {
                Point found = pose.landmarks().get(BLAZE[i]).point();
                errors[count++] = Math.hypot(found.x() - drawn.x(), found.y() - drawn.y()) / truth.torso();
            }
        }
        return Arrays.copyOf(errors, count);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double both = 0;
        double powerA = 0;
        double powerB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            powerA += (a[i] - meanA) * (a[i] - meanA);
            powerB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(powerA * powerB);
    }
}
