package org.magicanime.caption.domain.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockSumsTest {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 40;

    @Test
    void noBlockDiffersByLessAndFlatBlocksByExactlyAsMuch() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            int[] one = random.ints((long) WIDTH * HEIGHT, 0, 256).toArray();
            int[] other = round % 2 == 0 ? random.ints(one.length, 0, 256).toArray() : flat(random.nextInt(256));
            BlockSums sums = new BlockSums(one, WIDTH, HEIGHT);
            BlockSums others = new BlockSums(other, WIDTH, HEIGHT);
            for (int i = 0; i < 500; i++) {
                int here = place(random);
                int there = place(random);
                assertThat(sums.leastDifference(here, others, there))
                        .isLessThanOrEqualTo(difference(one, here, other, there));
                assertThat(others.leastDifference(there, others, there)).isZero();
            }
        }
        BlockSums dark = new BlockSums(flat(10), WIDTH, HEIGHT);
        assertThat(dark.leastDifference(place(random), new BlockSums(flat(13), WIDTH, HEIGHT), place(random)))
                .isEqualTo(3 * 16 * 16);
    }

    private static int[] flat(int value) {
        int[] picture = new int[WIDTH * HEIGHT];
        java.util.Arrays.fill(picture, value);
        return picture;
    }

    private static int place(Random random) {
        return random.nextInt(HEIGHT - 15) * WIDTH + random.nextInt(WIDTH - 15);
    }

    private static int difference(int[] one, int here, int[] other, int there) {
        int sum = 0;
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                sum += Math.abs(one[here + y * WIDTH + x] - other[there + y * WIDTH + x]);
            }
        }
        return sum;
    }
}
