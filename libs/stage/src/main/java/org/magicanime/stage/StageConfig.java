package org.magicanime.stage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings of the messaging kit.
@ConfigMapping(prefix = "stage")
public interface StageConfig {
    /// Tries of one input, over all processes, before it becomes a dead letter.
    @WithDefault("3")
    int mostTries();

    /// First and longest pause between retries while a store or broker is away.
    @WithDefault("200ms")
    Duration firstPause();

    @WithDefault("15s")
    Duration longestPause();

    /// How long a stop waits for inputs in work.
    @WithDefault("60s")
    Duration drainTimeout();

    /// How long one waits for the broker to acknowledge what is told, before it counts as busy.
    @WithDefault("60s")
    Duration publishTimeout();

    /// A try of an input that takes longer makes the service unhealthy.
    @WithDefault("3h")
    Duration longestWork();

    /// Names this process for its supervisor; random if there is none.
    Optional<String> processId();

    /// Folder in which a supervisor notes how processes ended: `<process-id>.died` is there if one died by itself.
    /// Without a folder, every death while an input was in work is held against the input.
    Optional<Path> obituaries();
}
