package org.magicanime.shots;

import java.util.Arrays;

/// What is kept of every frame of a film until its end.
final class Columns {
    int size;
    float[] deviation = new float[1024];
    float[] mean = new float[1024];
    float[] structure = new float[1024];
    float[] unexplained = new float[1024];

    /// @return number of the new frame
    int add(Picture picture) {
        if (size == mean.length) {
            int length = 2 * size;
            deviation = Arrays.copyOf(deviation, length);
            mean = Arrays.copyOf(mean, length);
            structure = Arrays.copyOf(structure, length);
            unexplained = Arrays.copyOf(unexplained, length);
        }
        mean[size] = picture.mean;
        deviation[size] = picture.deviation;
        return size++;
    }

    /// The most that is unexplained in the frames `from` to `to`, both among them.
    float mostUnexplained(int from, int to) {
        float most = 0;
        for (int i = Math.max(0, from); i <= Math.min(size - 1, to); i++) {
            most = Math.max(most, unexplained[i]);
        }
        return most;
    }

    /// The least standard deviation of luma in the frames `from` to `to`, both among them.
    float leastDeviation(int from, int to) {
        float least = Float.MAX_VALUE;
        for (int i = Math.max(0, from); i <= Math.min(size - 1, to); i++) {
            least = Math.min(least, deviation[i]);
        }
        return least;
    }
}
