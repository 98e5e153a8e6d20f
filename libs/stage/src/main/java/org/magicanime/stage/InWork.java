package org.magicanime.stage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The inputs that this process works on, and whether it stops.
@ApplicationScoped
class InWork {
    private final Set<Input> inputs = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /// One input in work. Times are monotonic, so that a step of the wall clock changes nothing.
    static final class Input {
        final String service;
        final Thread thread = Thread.currentThread();
        final long began = System.nanoTime();
        volatile boolean retrying;
        /// Whether the stop broke it off.
        volatile boolean interrupted;

        private volatile long tryBegan = began;

        Input(String service) {
            this.service = service;
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        void beginTry() {
            tryBegan = System.nanoTime();
        }

        Duration ageOfTry() {
            return Duration.ofNanos(System.nanoTime() - tryBegan);
        }

        void interrupt() {
            interrupted = true;
            thread.interrupt();
        }
    }

    Input begin(String service) {
        refuseToBegin();
        Input input = new Input(service);
        inputs.add(input);
        return input;
    }

    void end(Input input) {
        inputs.remove(input);
    }

    Collection<Input> all() {
        return inputs;
    }

    /// @param onlyRetrying those that wait for a store or a broker
    int count(String service, boolean onlyRetrying) {
        return (int) inputs.stream()
                .filter(input -> input.service.equals(service) && (!onlyRetrying || input.retrying))
                .count();
    }

    /// How long the longest try of any input has been running. A store or broker that was away for hours leaves no
    /// trace in it: each time that something is tried again, its clock begins anew.
    Optional<Duration> oldestTry() {
        return inputs.stream().map(Input::ageOfTry).max(Duration::compareTo);
    }

    /// @throws DrainingException if the service stops
    void refuseToBegin() {
        if (isStopping()) {
            throw new DrainingException();
        }
    }

    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    void stop() {
        stopping.countDown();
    }

    /// Waits, but no longer than until the service stops.
    ///
    /// @throws DrainingException if it stops
    void pause(Duration duration) {
        try {
            if (stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new DrainingException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrainingException();
        }
    }
}
