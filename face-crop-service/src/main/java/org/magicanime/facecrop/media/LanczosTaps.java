package org.magicanime.facecrop.media;

/// Which pixels of a line make each pixel of a part of it that is made larger or smaller, and with which weights.
///
/// @param count pixels that make one
/// @param indices of those, `count` for each; what is outside of the line is its nearest end
/// @param weights of those, which add up to 1 for each
/// @param least of all indices
/// @param most of all indices
record LanczosTaps(int count, int[] indices, float[] weights, int least, int most) {
    private static final int LOBES = 3;

    /// @param from where the part begins, in pixels; may be outside
    /// @param length of the part in pixels
    /// @param made pixels that are made of it
    /// @param all pixels of the line
    static LanczosTaps of(double from, double length, int made, int all) {
        double step = length / made;
        double spread = Math.max(1, step);
        int count = (int) Math.ceil(2 * LOBES * spread) + 1;
        int[] indices = new int[made * count];
        float[] weights = new float[made * count];
        int least = all - 1;
        int most = 0;
        double[] raw = new double[count];
        for (int i = 0; i < made; i++) {
            // A pixel's middle lies half a pixel after its number.
            double middle = from + (i + 0.5) * step - 0.5;
            long first = (long) Math.ceil(middle - LOBES * spread);
            double sum = 0;
            for (int tap = 0; tap < count; tap++) {
                raw[tap] = lanczos((first + tap - middle) / spread);
                sum += raw[tap];
            }
            for (int tap = 0; tap < count; tap++) {
                int index = (int) Math.clamp(first + tap, 0L, all - 1L);
                indices[i * count + tap] = index;
                weights[i * count + tap] = (float) (raw[tap] / sum);
                least = Math.min(least, index);
                most = Math.max(most, index);
            }
        }
        return new LanczosTaps(count, indices, weights, least, most);
    }

    int index(int made, int tap) {
        return indices[made * count + tap];
    }

    float weight(int made, int tap) {
        return weights[made * count + tap];
    }

    private static double lanczos(double x) {
        if (x == 0) {
            return 1;
        }
        if (Math.abs(x) >= LOBES) {
            return 0;
        }
        double angle = Math.PI * x;
        return LOBES * StrictMath.sin(angle) * StrictMath.sin(angle / LOBES) / (angle * angle);
    }
}
