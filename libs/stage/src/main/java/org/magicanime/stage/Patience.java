package org.magicanime.stage;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.magicanime.contracts.Busy;

/// Does things that a store or the broker may be too busy for, again and again, with growing pauses and with the
/// service's channels paused, for as long as it takes or until the service stops.
final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final String service;
    private final InWork inWork;
    private final StageConfig config;
    private final Pauses pauses;
    private final MeterRegistry metrics;

    Patience(String service, InWork inWork, StageConfig config, Pauses pauses, MeterRegistry metrics) {
        this.service = service;
        this.inWork = inWork;
        this.config = config;
        this.pauses = pauses;
        this.metrics = metrics;
    }

    /// Does the work of an input, again while something is busy. Any other failure is thrown: it may be the input's.
    <T> T untilNotBusy(InWork.Input input, Supplier<T> work) {
        return again(input, work, Patience::isBusy);
    }

    /// Does what the kit itself has to do about an input, such as counting tries. No failure of it says
    /// anything about the input, so none is thrown: were the store's rights wrong for an hour, that must not
    /// stop the channel for good.
    <T> T untilDone(InWork.Input input, Supplier<T> work) {
        return again(input, work, failure -> true);
    }

    private <T> T again(InWork.Input input, Supplier<T> work, Predicate<RuntimeException> isWorthwhile) {
        Duration pause = config.firstPause();
        boolean paused = false;
        try {
            while (true) {
                input.beginTry();
                try {
                    return work.get();
                } catch (DrainingException e) {
                    throw e;
                } catch (RuntimeException e) {
                    if (!isWorthwhile.test(e)) {
                        throw e;
                    }
                    if (!paused) {
                        paused = true;
                        input.retrying = true;
                        pauses.begin();
                        LOG.warnf("%s: waits and tries again: %s", service, DeadLetter.shown(String.valueOf(e)));
                    }
                    metrics.counter("pipeline.retries", "stage", service).increment();
                    inWork.pause(jittered(pause));
                    pause = longer(pause);
                }
            }
        } finally {
            if (paused) {
                input.retrying = false;
                pauses.end();
            }
        }
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(config.longestPause()) < 0 ? twice : config.longestPause();
    }

    private static Duration jittered(Duration pause) {
        return Duration.ofNanos(
                (long) (pause.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1.0)));
    }

    private static boolean isBusy(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Busy || cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }
}
