package org.magicanime.audio.domain;

/// Whether one person speaks at a time: how alike voices are in any two windows of 1.6 s.
final class Speakers {
    /// Shorter voiced sound is not judged.
    static final double LEAST_SECONDS = 2.4;

    /// Seconds of voiced sound, and the least cosine that one speaker has in 95 of 100 cases.
    private static final double[][] LEAST_COSINES = {{2.4, 0.79}, {3.5, 0.66}, {5.0, 0.60}};

    private Speakers() {}

    /// The smallest cosine between any two embeddings of length 1; 1 if there are fewer than two.
    static double leastCosine(float[][] embeddings) {
        double least = 1;
        for (int i = 0; i < embeddings.length; i++) {
            for (int j = 0; j < i; j++) {
                double cosine = 0;
                for (int k = 0; k < embeddings[i].length; k++) {
                    cosine += (double) embeddings[i][k] * embeddings[j][k];
                }
                least = Math.min(least, cosine);
            }
        }
        return least;
    }

    /// What the least cosine has to keep to; longer sound has more pairs of windows, so that their
    /// least is smaller.
    ///
    /// @param seconds voiced, at least 2.4
    static double threshold(double seconds) {
        double[] before = LEAST_COSINES[0];
        for (double[] each : LEAST_COSINES) {
            if (seconds <= each[0]) {
                double share = each[0] == before[0] ? 0 : (seconds - before[0]) / (each[0] - before[0]);
                return before[1] + share * (each[1] - before[1]);
            }
            before = each;
        }
        return before[1];
    }
}
