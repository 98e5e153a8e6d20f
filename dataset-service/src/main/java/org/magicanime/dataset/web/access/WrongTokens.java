package org.magicanime.dataset.web.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/// Makes wrong tokens wait for their answer, and turns away those that come meanwhile when too many wait. A right one
/// never waits, so that nobody is locked out by a stranger who guesses. All are counted.
@Singleton
public class WrongTokens {
    /// Milliseconds until a wrong one is answered.
    public static final long WAIT = 1_000;

    private static final int MOST = 10;

    private final AtomicInteger waiting = new AtomicInteger();
    private final Counter all;

    WrongTokens(MeterRegistry metrics) {
        all = metrics.counter("access.wrong.tokens");
    }

    /// @return whether this one waits; then {@link #answered()} is called when it has
    public boolean waits() {
        all.increment();
        if (waiting.incrementAndGet() > MOST) {
            waiting.decrementAndGet();
            return false;
        }
        return true;
    }

    public void answered() {
        waiting.decrementAndGet();
    }
}
