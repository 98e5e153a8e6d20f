package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Watches how much memory a process and the processes below it have at most.
final class PeakMemory implements AutoCloseable {
    private static final int LOOK_MILLIS = 100;

    private final LongSupplier pid;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("peak-memory").factory());
    private volatile long own;
    private volatile long child;

    /// @param pid of the process that is watched now
    PeakMemory(LongSupplier pid) {
        this.pid = pid;
        clock.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long watched = pid.getAsLong();
        own = Math.max(own, peakKiB(watched));
        ProcessHandle.of(watched)
                .ifPresent(process ->
                        process.descendants().forEach(below -> child = Math.max(child, peakKiB(below.pid()))));
    }

    /// MiB that the process had resident at most.
    long ownMiB() {
        return own >> 10;
    }

    /// MiB that the largest process below it had resident at most. What lived for less than a tenth of a second may
    /// have been missed.
    long childMiB() {
        return child >> 10;
    }

    private static long peakKiB(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // It has just ended.
            return 0;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
