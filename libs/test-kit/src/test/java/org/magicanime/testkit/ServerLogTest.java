package org.magicanime.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerLogTest {
    private final Logger root = Logger.getLogger("");
    private @Nullable Level before;

    @BeforeEach
    void remember() {
        before = root.getLevel();
    }

    @AfterEach
    void restore() {
        root.setLevel(before);
    }

    @Test
    void messagesThatNobodyAskedForAreNotEvenFormatted() {
        root.setLevel(Level.ALL);

        ServerLog.quiet();

        assertThat(Logger.getLogger("org.eclipse.jetty").isLoggable(Level.FINE)).isFalse();
        assertThat(Logger.getLogger("org.apache.kafka").isLoggable(Level.WARNING))
                .isTrue();
    }

    @Test
    void aLevelThatSomebodyChoseStays() {
        root.setLevel(Level.FINE);

        ServerLog.quiet();

        assertThat(root.getLevel()).isEqualTo(Level.FINE);
    }
}
