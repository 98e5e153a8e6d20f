package org.magicanime.keypoint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SmoothingTest {
    private static final int POINT = 9;

    @Test
    void aPointThatSpeedsUpSteadilyStaysWhereItIs() {
        IntToDoubleFunction path = i -> 3 + 2 * i + 0.5 * i * i;

        List<Double> smooth = smooth(frames(30, path, i -> false));

        for (int i = 0; i < 30; i++) {
            assertThat(smooth.get(i)).isCloseTo(path.applyAsDouble(i), within(1e-2));
        }
    }

    @Test
    void tremblingBecomesLess() {
        Random random = new Random(1);
        double[] noise = random.doubles(200, -1, 1).toArray();

        List<Double> smooth = smooth(frames(200, i -> 5 * i + noise[i], i -> false));

        double before = 0;
        double after = 0;
        for (int i = 2; i < 198; i++) {
            before += Math.abs(noise[i]);
            after += Math.abs(smooth.get(i) - 5 * i);
        }
        assertThat(after / before).isLessThan(0.8);
    }

    @Test
    void aLeapIsAMovementAndStays() {
        IntToDoubleFunction path = i -> i < 15 ? 100 : 160;

        List<Double> smooth = smooth(frames(30, path, i -> false));

        for (int i = 0; i < 30; i++) {
            assertThat(smooth.get(i)).isEqualTo(path.applyAsDouble(i));
        }
    }

    @Test
    void framesThatHoldADrawingShareItsPoints() {
        Random random = new Random(2);
        double[] noise = random.doubles(40, -0.5, 0.5).toArray();

        List<Double> smooth = smooth(frames(40, i -> 10 * (i / 2) + noise[i], i -> i % 2 == 1));

        for (int i = 0; i < 40; i += 2) {
            assertThat(smooth.get(i)).isEqualTo(smooth.get(i + 1));
            assertThat(smooth.get(i)).isCloseTo(5.0 * i, within(0.6));
        }
    }

    @Test
    void aPointThatIsNotSeenAroundIsLeftAlone() {
        List<FrameEstimate> frames = frames(5, i -> i == 2 ? 1 : 0, i -> false);
        frames.get(1).body().set(POINT, 0, 0, 0);

        assertThat(smooth(frames).get(2)).isEqualTo(1.0);
    }

    private static List<FrameEstimate> frames(int count, IntToDoubleFunction x, java.util.function.IntPredicate held) {
        List<FrameEstimate> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            WholeBody body = new WholeBody();
            body.set(POINT, x.applyAsDouble(i), 10, 0.8);
            frames.add(new FrameEstimate(body, Sketch.VALID, held.test(i)));
        }
        return frames;
    }

    private static List<Double> smooth(List<FrameEstimate> frames) {
        return Smoothing.smooth(frames).stream()
                .map(body -> (double) body.x(POINT))
                .toList();
    }
}
