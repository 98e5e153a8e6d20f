package org.magicanime.caption.messaging;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.KnownStore;
import org.magicanime.stage.Topics;
import org.magicanime.testkit.EmbeddedServers;

/// A real broker and a real store for the service.
public final class CaptionServers implements QuarkusTestResourceLifecycleManager {
    private static @Nullable EmbeddedServers running;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedServers servers =
                    EmbeddedServers.start(admin -> Topics.catalogue().ensure(admin, (short) 1), List.of("artifacts"));
            running = servers;
            return servers.settings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String bootstrapServers() {
        return running().bootstrapServers();
    }

    static KnownStore store() {
        return new KnownStore(running().storeEndpoint(), EmbeddedServers.ACCESS_KEY, EmbeddedServers.SECRET_KEY);
    }

    static Path folder() {
        return running().folder();
    }

    private static EmbeddedServers running() {
        return Objects.requireNonNull(running);
    }

    @Override
    public void stop() {
        try {
            running().close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
