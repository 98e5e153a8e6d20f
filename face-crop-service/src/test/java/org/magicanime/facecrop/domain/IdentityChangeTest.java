package org.magicanime.facecrop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentityChangeTest {
    private static final int FRAMES = 90;
    private static final double RATE = 24;

    @Test
    void aChangeIsFoundAtItsVeryFrameAndAnEighthOfASecondToEitherSideIsUncertain() {
        for (int at : new int[] {10, 31, 45, 80}) {
            IdentityChange change = of(i -> look(i < at ? 0 : 1.5, i < at ? 0 : 1.5));
            assertThat(uncertain(change)).as("change at %d", at).containsExactly(range(at - 3, at + 3));
            assertThat(change.value(at)).isBetween(1.4, 1.6);
            assertThat(change.value(at > 45 ? 0 : FRAMES - 1)).isLessThan(0.1);
        }
    }

    @Test
    void twoChangesAreTwo() {
        IdentityChange change = of(i -> look(i < 30 ? 0 : i < 60 ? 1.5 : 3, i < 30 ? 0 : i < 60 ? 1.5 : 3));

        assertThat(uncertain(change))
                .containsExactly(IntStream.concat(IntStream.range(27, 33), IntStream.range(57, 63))
                        .toArray());
    }

    @Test
    void lightThatChangesIsNoChangeAndNeitherIsASingleOddFrame() {
        assertThat(uncertain(of(i -> look(i < 40 ? 0 : 1.5, 0)))).isEmpty();
        assertThat(uncertain(of(i -> look(0, i < 40 ? 0 : 1.5)))).isEmpty();
        assertThat(uncertain(of(i -> look(i == 40 ? 5 : 0, i == 40 ? 5 : 0)))).isEmpty();
    }

    @Test
    void aDifferenceOfTheThresholdIsNone() {
        IdentityChange change = of(i -> look(i < 40 ? 0 : 0.9, i < 40 ? 0 : 0.9));

        assertThat(uncertain(change)).isEmpty();
        assertThat(change.value(40)).as("how near it came").isBetween(0.8, 1.0);
    }

    @Test
    void fewFramesHaveNoChange() {
        for (int frames = 0; frames < 6; frames++) {
            IdentityChange change = new IdentityChange(
                    IntStream.range(0, frames).mapToObj(i -> look(i, i)).toList(), RATE, 1);
            for (int i = 0; i < frames; i++) {
                assertThat(change.value(i)).isZero();
            }
        }
    }

    private static IdentityChange of(IntFunction<FaceLook> look) {
        return new IdentityChange(IntStream.range(0, FRAMES).mapToObj(look).toList(), RATE, 1);
    }

    private static int[] uncertain(IdentityChange change) {
        IntPredicate beyond = i -> change.value(i) > 1;
        return IntStream.range(0, FRAMES).filter(beyond).toArray();
    }

    private static int[] range(int from, int end) {
        return IntStream.range(from, end).toArray();
    }

    /// @param seen what is seen
    /// @param relit what would be seen in one light
    private static FaceLook look(double seen, double relit) {
        return new FaceLook(new double[] {seen, 0}, new double[] {relit, 0}, new double[0], 0);
    }
}
