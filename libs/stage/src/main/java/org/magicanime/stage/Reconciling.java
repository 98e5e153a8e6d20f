package org.magicanime.stage;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.magicanime.contracts.Busy;

/// Holds a bucket against what is known of it: at the start, then once in each period. It is to be asked every
/// second: a scheduler that knew the period itself would leave out the first time where a service starts slowly.
public final class Reconciling {
    /// How often it is to be asked.
    public static final String ASKED_EVERY = "1s";

    /// Until the next try where the store or the broker is away.
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Reconciling.class);

    private final long period;
    private final LongSupplier nanoTime;
    private boolean begun;
    private long due;

    public Reconciling(Duration period) {
        this(period, System::nanoTime);
    }

    Reconciling(Duration period, LongSupplier nanoTime) {
        this.period = period.toNanos();
        this.nanoTime = nanoTime;
    }

    /// @param work says how much it found missing; where it fails for another reason than an absence, the next period
    ///     has its next try
    /// @return what it says; empty if it is not due, or if the store or the broker is away
    public synchronized OptionalInt ifDue(IntSupplier work) {
        long now = nanoTime.getAsLong();
        if (begun && now - due < 0) {
            return OptionalInt.empty();
        }
        begun = true;
        due = now + period;
        try {
            return OptionalInt.of(work.getAsInt());
        } catch (RuntimeException e) {
            if (!(e instanceof Busy)) {
                throw e;
            }
            due = now + Math.min(period, PAUSE.toNanos());
            LOG.warnf("reconciler: the store or the broker is away, and is asked again soon: %s", e.getMessage());
            return OptionalInt.empty();
        }
    }
}
