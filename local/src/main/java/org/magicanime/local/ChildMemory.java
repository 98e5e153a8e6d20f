package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Watches how much memory the processes below this one have at most, each by itself.
final class ChildMemory implements AutoCloseable {
    private static final long EVERY_MILLIS = 20;

    private final AtomicLong peak = new AtomicLong();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("child-memory").factory());

    ChildMemory() {
        var unused = clock.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        ProcessHandle.current()
                .descendants()
                .forEach(child -> peak.accumulateAndGet(peakKiB(Long.toString(child.pid())), Math::max));
    }

    /// MiB of resident memory.
    long peakMiB() {
        return peak.get() >> 10;
    }

    /// The most that a process ever had in memory.
    ///
    /// @param process its number, or `self`
    static long peakKiB(String process) {
        try {
            return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // It has ended meanwhile.
            return 0;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
