package org.magicanime.audio.domain;

import java.util.ArrayList;
import java.util.List;

/// How loud one channel at 48 kHz is to people, in LUFS: ITU-R BS.1770-4 with the filters that it gives for that rate.
final class Loudness {
    private static final int RATE = 48_000;
    /// Blocks of 0.4 s, which overlap by three quarters.
    private static final int STEP = RATE / 10;
    private static final int STEPS_OF_BLOCK = 4;

    private static final double OFFSET = -0.691;
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;

    private static final double[] HEAD = {
        1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585
    };
    private static final double[] HIGH_PASS = {1, -2, 1, -1.99004745483398, 0.99007225036621};

    private Loudness() {}

    /// @return {@link Level#SILENCE} if no block is louder than −70 LUFS, as in sounds shorter than 0.4 s
    static double of(float[] samples) {
        double[] filtered = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            filtered[i] = samples[i];
        }
        filter(filtered, HEAD);
        filter(filtered, HIGH_PASS);
        List<Double> blocks = blocks(filtered);
        double audible = meanAbove(blocks, ABSOLUTE_GATE);
        return audible == 0
                ? Level.SILENCE
                : lufs(meanAbove(blocks, Math.max(ABSOLUTE_GATE, lufs(audible) + RELATIVE_GATE)));
    }

    /// Mean squares.
    private static List<Double> blocks(double[] filtered) {
        List<Double> blocks = new ArrayList<>();
        int length = STEPS_OF_BLOCK * STEP;
        for (int first = 0; first + length <= filtered.length; first += STEP) {
            double sum = 0;
            for (int i = first; i < first + length; i++) {
                sum += filtered[i] * filtered[i];
            }
            blocks.add(sum / length);
        }
        return blocks;
    }

    /// @return 0 if there is none
    private static double meanAbove(List<Double> blocks, double gate) {
        return blocks.stream()
                .mapToDouble(each -> each)
                .filter(each -> lufs(each) > gate)
                .average()
                .orElse(0);
    }

    private static double lufs(double meanSquare) {
        return OFFSET + 10 * Math.log10(meanSquare);
    }

    /// In place: b0, b1, b2, a1, a2 of a filter of second order.
    private static void filter(double[] values, double[] filter) {
        double first = 0;
        double second = 0;
        for (int i = 0; i < values.length; i++) {
            double in = values[i];
            double out = filter[0] * in + first;
            first = filter[1] * in - filter[3] * out + second;
            second = filter[2] * in - filter[4] * out;
            values[i] = out;
        }
    }
}
