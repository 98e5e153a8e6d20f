package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells whether the kernel killed something for lack of memory, which looks like a kill from outside.
final class OomKills {
    private static final Path VMSTAT = Path.of("/proc/vmstat");
    private static final String NAME = "oom_kill ";

    private OomKills() {}

    /// Kills since the machine started; -1 where the kernel does not say.
    static long soFar() {
        try {
            return Files.readAllLines(VMSTAT).stream()
                    .filter(line -> line.startsWith(NAME))
                    .mapToLong(line -> Long.parseLong(line.substring(NAME.length())))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }
}
