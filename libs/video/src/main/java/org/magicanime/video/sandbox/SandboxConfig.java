package org.magicanime.video.sandbox;

import java.nio.file.Path;
import java.time.Duration;

/// How film-reading processes are run.
///
/// @param nativeLibraries folder into which the native libraries are unpacked once; kept between runs
/// @param bubblewrap whether to put the processes into namespaces of their own
/// @param probeTimeout wall time of a probe
/// @param probeMemoryMiB address space of a probe
public record SandboxConfig(Path nativeLibraries, Bubblewrap bubblewrap, Duration probeTimeout, int probeMemoryMiB) {
    /// Use of `bwrap`.
    public enum Bubblewrap {
        /// Where it is there and works.
        AUTO,
        OFF,
        /// Refuse to start without.
        REQUIRED
    }

    /// Probes take 10 minutes at most: they read the whole file.
    public static SandboxConfig in(Path nativeLibraries) {
        return new SandboxConfig(nativeLibraries, Bubblewrap.AUTO, Duration.ofMinutes(10), 2048);
    }
}
