package org.magicanime.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReconcilingTest {
    private static final Duration PERIOD = Duration.ofMinutes(2);

    /// Below 0, as a monotonic clock may be.
    private final AtomicLong clock = new AtomicLong(-5);

    private final Reconciling reconciling = new Reconciling(PERIOD, clock::get);
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void isDueAtTheStartAndThenOnceInEachPeriod() {
        assertThat(reconciling.ifDue(done::incrementAndGet)).hasValue(1);
        assertThat(reconciling.ifDue(done::incrementAndGet)).isEmpty();

        clock.addAndGet(PERIOD.toNanos() - 1);
        assertThat(reconciling.ifDue(done::incrementAndGet)).isEmpty();

        clock.incrementAndGet();
        assertThat(reconciling.ifDue(done::incrementAndGet)).hasValue(2);
    }

    @Test
    void triesAgainSoonWhereTheStoreIsAway() {
        assertThat(reconciling.ifDue(() -> {
                    throw new BrokerBusyException("away", new IOException("no route"));
                }))
                .isEmpty();
        assertThat(reconciling.ifDue(done::incrementAndGet)).isEmpty();

        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(reconciling.ifDue(done::incrementAndGet)).hasValue(1);
        assertThat(reconciling.ifDue(done::incrementAndGet)).isEmpty();
    }

    @Test
    void doesNotSwallowWhatIsNobodysAbsence() {
        assertThatThrownBy(() -> reconciling.ifDue(() -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
    }
}
