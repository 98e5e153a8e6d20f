package org.magicanime.video.cut;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Completes clips one after the other on a thread of its own, while the pictures of the next one are encoded:
/// sounds and stills cost nearly as much time as pictures do.
final class Completion implements AutoCloseable {
    /// Clips that may wait, with what is in memory of them.
    private static final int WAITING = 2;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("clip-completion").factory());
    private final Deque<Future<?>> waiting = new ArrayDeque<>();
    private boolean failed;

    /// Has a clip completed after all earlier ones, or only closed where one of those failed, and closes it. Waits
    /// while too many are left.
    ///
    /// @throws RuntimeException what an earlier clip threw; this one is not taken then
    void add(ClipInWork clip, Runnable completing) {
        while (waiting.size() >= WAITING) {
            await(waiting.removeFirst());
        }
        waiting.addLast(thread.submit(() -> complete(clip, completing)));
    }

    private void complete(ClipInWork clip, Runnable completing) {
        try (clip) {
            if (!failed) {
                completing.run();
            }
        } catch (RuntimeException | Error e) {
            failed = true;
            throw e;
        }
    }

    /// Waits for all clips. Throws what one of them threw.
    void finish() {
        while (!waiting.isEmpty()) {
            await(waiting.removeFirst());
        }
    }

    private static void await(Future<?> clip) {
        try {
            clip.get();
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

    /// Waits until all that was taken is closed, also when interrupted: it is memory that nothing else frees.
    @Override
    public void close() {
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
