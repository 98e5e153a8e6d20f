package org.magicanime.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for what will come about.
final class Conditions {
    private static final long LIMIT = Duration.ofSeconds(30).toNanos();
    private static final long STEP = Duration.ofMillis(10).toNanos();

    private Conditions() {}

    /// @param what for the message
    static void await(String what, Callable<Boolean> condition) throws Exception {
        long begin = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - begin > LIMIT) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(STEP);
        }
    }
}
