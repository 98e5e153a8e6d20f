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

        Input(String service) {
            this.service = service;
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    Input begin(String service) {
        if (isStopping()) {
            throw new DrainingException();
        }
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

    /// The age of the input that is longest in work without retrying.
    Optional<Duration> oldest() {
        return inputs.stream().filter(input -> !input.retrying).map(Input::age).max(Duration::compareTo);
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
