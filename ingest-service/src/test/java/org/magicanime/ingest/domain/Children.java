package org.magicanime.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Looks at the film-reading processes from outside.
public final class Children {
    private Children() {}

    interface Work {
        void run() throws Exception;
    }

    /// Those that run our main class by now: between fork and exec a child still looks like its parent.
    public static Stream<ProcessHandle> all() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> commandLine(child).contains("org.magicanime.video.child.Main"));
    }

    /// The whole of it: what {@link ProcessHandle} says ends after a page.
    private static String commandLine(ProcessHandle child) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline"));
        } catch (IOException e) {
            // The process has ended.
            return "";
        }
    }

    /// Hexadecimal numbers of the UDP ports that are bound in a process's network namespace.
    static List<String> udpPorts(ProcessHandle child) {
        List<String> ports = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(child.pid()), "net", "udp"))) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length > 1 && columns[1].contains(":")) {
                    ports.add(columns[1].substring(columns[1].indexOf(':') + 1));
                }
            }
        } catch (IOException e) {
            // The process has ended.
            return List.of();
        }
        return ports;
    }

    /// Watches while something is done.
    static final class Peak {
        private final java.util.function.Consumer<ProcessHandle> look;

        Peak(java.util.function.Consumer<ProcessHandle> look) {
            this.look = look;
        }

        void during(Work work) throws Exception {
            Thread watcher = Thread.ofPlatform().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    all().forEach(look);
                    java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
                }
            });
            try {
                work.run();
            } finally {
                watcher.interrupt();
                watcher.join();
            }
        }

        /// The most memory that a film-reading process had, in bytes.
        static long rss(Work work) throws Exception {
            AtomicLong most = new AtomicLong();
            new Peak(child -> most.accumulateAndGet(highWater(child), Math::max)).during(work);
            assertThat(most.get()).as("the process was seen").isPositive();
            return most.get();
        }

        private static long highWater(ProcessHandle child) {
            try {
                return Files.readAllLines(Path.of("/proc", Long.toString(child.pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                        .findFirst()
                        .orElse(0);
            } catch (IOException e) {
                // The process has ended.
                return 0;
            }
        }
    }
}
