package org.magicanime.facecrop.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void nothingGoesWithNothing() {
        assertThat(Assignment.of(new double[0][])).isEmpty();
        assertThat(Assignment.of(new double[2][0])).containsExactly(-1, -1);
    }

    @Test
    void theNearestIsNotTakenWhereItMakesAnotherFar() {
        assertThat(Assignment.of(new double[][] {{1, 2}, {1, 10}})).containsExactly(1, 0);
    }

    @Test
    void whatIsForbiddenIsNotTaken() {
        double never = Assignment.FORBIDDEN;
        assertThat(Assignment.of(new double[][] {{never, 3}, {never, 2}})).containsExactly(-1, 1);
        assertThat(Assignment.of(new double[][] {{never}})).containsExactly(-1);
    }

    @Property(tries = 500)
    void noOtherChoiceCostsLess(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] costs = new double[rows][columns];
        for (double[] row : costs) {
            Arrays.setAll(row, i -> random.nextInt(4) == 0 ? Assignment.FORBIDDEN : random.nextDouble());
        }

        int[] chosen = Assignment.of(costs);

        assertThat(Arrays.stream(chosen).filter(column -> column >= 0)).doesNotHaveDuplicates();
        assertThat(value(costs, chosen)).isCloseTo(best(costs, 0, 0), within(1e-9));
    }

    /// As much as is allowed, then as cheap as can be.
    private static double value(double[][] costs, int[] chosen) {
        double value = 0;
        for (int row = 0; row < chosen.length; row++) {
            value += chosen[row] < 0 ? 0 : 1000 - costs[row][chosen[row]];
        }
        return value;
    }

    /// By trying everything.
    private static double best(double[][] costs, int row, int taken) {
        if (row == costs.length) {
            return 0;
        }
        double best = best(costs, row + 1, taken);
        for (int column = 0; column < costs[row].length; column++) {
            if ((taken & 1 << column) == 0 && costs[row][column] < Assignment.FORBIDDEN) {
                best = Math.max(best, 1000 - costs[row][column] + best(costs, row + 1, taken | 1 << column));
            }
        }
        return best;
    }
}
