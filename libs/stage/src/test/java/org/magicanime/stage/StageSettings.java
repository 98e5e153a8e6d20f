package org.magicanime.stage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings with short pauses.
record StageSettings(Optional<String> processId, Optional<Path> obituaries) implements StageConfig {
    static StageSettings ofProcess(String id) {
        return new StageSettings(Optional.of(id), Optional.empty());
    }

    StageSettings withObituaries(Path folder) {
        return new StageSettings(processId, Optional.of(folder));
    }

    @Override
    public int mostTries() {
        return 3;
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration longestPause() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration drainTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration publishTimeout() {
        return Duration.ofSeconds(4);
    }

    @Override
    public Duration longestWork() {
        return Duration.ofMinutes(1);
    }
}
