package org.magicanime.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class MeasureTest {
    @Test
    void theWorstIsTheOneThatIsNearestToBeingRefused() {
        Measure low = new Measure("pose.seen", 0.91, 0.9, Bound.AT_LEAST);
        Measure high = new Measure("pose.seen", 0.99, 0.9, Bound.AT_LEAST);
        assertThat(low.worst(high)).isEqualTo(low);
        assertThat(high.worst(low)).isEqualTo(low);
        Measure little = new Measure("pose.shift", 0.001, 0.03, Bound.AT_MOST);
        Measure much = new Measure("pose.shift", 0.029, 0.03, Bound.AT_MOST);
        assertThat(little.worst(much)).isEqualTo(much);
        assertThat(much.worst(little)).isEqualTo(much);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measure("Pose Shift", 0, 1, Bound.AT_MOST))
                .withMessageContaining("rule");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measure("pose.shift", Double.NaN, 1, Bound.AT_MOST))
                .withMessageContaining("value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measure("pose.shift", 1, Double.POSITIVE_INFINITY, Bound.AT_MOST))
                .withMessageContaining("threshold");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Measure.listOf(Collections.nCopies(65, new Measure("pose.shift", 0, 1, Bound.AT_MOST))))
                .withMessageContaining("measures");
    }
}
