package org.magicanime.video.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// Where and how strangers' films are read.
@ConfigMapping(prefix = "video")
public interface VideoConfig {
    /// Films are fetched to below this folder; it should have room for several of them.
    @WithDefault("${java.io.tmpdir}/magicanime-work")
    Path workFolder();

    /// The native libraries are unpacked here once (320 MB), beside the class cache of the processes that use them.
    @WithDefault("${user.home}/.cache/magicanime/natives")
    Path nativeLibraries();

    /// Whether film-reading processes get namespaces of their own: `auto`, `off` or `required`.
    @WithDefault("auto")
    SandboxConfig.Bubblewrap bubblewrap();

    /// Wall time of a probe.
    @WithDefault("10m")
    Duration probeTimeout();

    /// Address space of a probe.
    @WithDefault("2048")
    int probeMemoryMib();
}
