package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private final TimeLeft left = new TimeLeft();

    /// As a film of two hours: a minute until the first clip, then clips for four minutes.
    @Test
    void whatWasBeforeTheFirstClipDoesNotCount() {
        for (int second = 0; second <= 60; second++) {
            assertThat(left.after(second, 0)).isEmpty();
        }
        for (int second = 61; second < 300; second++) {
            double finished = (second - 60) / 240.0;
            if (second < 66) {
                assertThat(left.after(second, finished)).isEmpty();
            } else {
                assertThat(left.after(second, finished).orElseThrow()).isCloseTo(300 - second, within(0.001));
            }
        }
        assertThat(left.after(300, 1).orElseThrow()).isZero();
    }

    @Test
    void aPaceThatChangesIsFollowed() {
        double finished = 0;
        for (int second = 0; second < 100; second++) {
            finished += 0.004;
            left.after(second, finished);
        }
        for (int second = 100; second < 200; second++) {
            finished += 0.001;
            left.after(second, finished);
        }
        assertThat(finished).isCloseTo(0.5, within(0.001));
        assertThat(left.after(200, finished).orElseThrow()).isCloseTo(500, within(10.0));
    }

    @Test
    void whileNothingMoreIsFinishedNoTimeIsPromised() {
        left.after(1, 0.5);
        assertThat(left.after(100, 0.5)).isEmpty();
    }
}
