package org.magicanime.video.cut;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Completes clips one after the other on a thread of its own, while the pictures of the next one are encoded: sounds
// and
/// stills cost nearly as much time as pictures do.
final class Completion implements AutoCloseable {
    /// Steps that may wait, with their clips in memory: a still and an end of two clips.
    private static final int WAITING = 4;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("clip-completion").factory());
    private final Deque<Future<?>> steps = new ArrayDeque<>();

    /// Has a step done after all earlier ones; waits while too many are left. Throws what an earlier step threw, and
    // then
    /// does not take this one.
    void add(Runnable step) {
        while (steps.size() >= WAITING) {
            await(steps.removeFirst());
        }
        steps.addLast(thread.submit(step));
    }

    /// Waits for all steps. Throws what one of them threw.
    void finish() {
        while (!steps.isEmpty()) {
            await(steps.removeFirst());
        }
    }

    private static void await(Future<?> step) {
        try {
            step.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while clips were completed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Waits until no step runs.
    @Override
    public void close() {
        thread.close();
    }
}
