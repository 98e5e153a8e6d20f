package org.magicanime.dataset.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.dataset.domain.FlowSample;
import org.magicanime.dataset.domain.FlowSample.Interval;

class FlowHistoryTest {
    private static final long START = 1_800_000_000_000L;
    private static final long INTERVAL = Interval.SECONDS * 1000L;

    private final FlowHistory history = new FlowHistory();

    @Test
    void anIntervalHasTheMeanOfItsRatesTheLastLagAndAllRebalances() {
        assertThat(history.add(START, sample(null, 2.0, 10, 0))).isNull();
        assertThat(history.add(START + 2000, sample(4.0, 4.0, 7, 1))).isNull();
        assertThat(history.add(START + 4000, sample(6.0, null, 5, 1))).isNull();
        assertThat(history.rebalances("t", "g")).isEqualTo(2);

        Interval over = Objects.requireNonNull(history.add(START + INTERVAL, sample(1.0, 1.0, 0, 0)));

        assertThat(over.samples()).containsExactly(new FlowSample("t", "g", 5.0, 3.0, 5, 2));
        assertThat(history.intervals()).containsExactly(over);
        assertThat(history.rebalances("t", "g")).isEqualTo(2);
        assertThat(history.rebalances("t", "other")).isZero();
    }

    @Test
    void whatIsOlderThanAnHourIsForgotten() {
        history.add(START, sample(1.0, 1.0, 1, 3));
        history.add(START + INTERVAL, sample(1.0, 1.0, 1, 0));
        history.add(START + 3_600_000, sample(1.0, 1.0, 1, 0));
        assertThat(history.rebalances("t", "g")).isEqualTo(3);

        history.add(START + 3_600_000 + INTERVAL, sample(1.0, 1.0, 1, 0));

        assertThat(history.rebalances("t", "g")).isZero();
    }

    /// Another process saw the same broker: what it says is not added to what this one saw.
    @Test
    void anIntervalIsTakenOnceWhoeverTellsIt() {
        long number = FlowHistory.intervalAt(START);
        history.heard(new Interval(number, sample(1.0, 1.0, 1, 4)));
        history.heard(new Interval(number, sample(9.0, 9.0, 9, 9)));
        history.add(START, sample(1.0, 1.0, 1, 4));

        history.add(START + INTERVAL, sample(1.0, 1.0, 1, 0));

        assertThat(history.rebalances("t", "g")).isEqualTo(4);
        assertThat(history.intervals()).hasSize(1);
    }

    private static List<FlowSample> sample(@Nullable Double in, @Nullable Double out, long lag, int rebalances) {
        return List.of(new FlowSample("t", "g", in, out, lag, rebalances));
    }
}
