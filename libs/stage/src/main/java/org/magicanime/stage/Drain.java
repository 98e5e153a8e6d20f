package org.magicanime.stage;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Ends a service in order: takes nothing new, finishes what runs within a bound, leaves the rest unacknowledged.
@ApplicationScoped
class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final ChannelRegistry channels;
    private final InWork inWork;
    private final StageConfig config;

    Drain(ChannelRegistry channels, InWork inWork, StageConfig config) {
        this.channels = channels;
        this.inWork = inWork;
        this.config = config;
    }

    /// Runs before the channels are torn down, which would lose the acknowledgements of what is still running.
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        for (String name : channels.getIncomingNames()) {
            PausableChannel channel = channels.getPausable(name);
            if (channel != null && !channel.isPaused()) {
                channel.pause();
            }
        }
        inWork.stop();
        int running = inWork.all().size();
        if (running > 0) {
            LOG.infof("drain: waiting up to %s for %d inputs in work", config.drainTimeout(), running);
        }
        if (!awaitEmpty(config.drainTimeout().toNanos())) {
            LOG.warnf(
                    "drain: %d inputs are left for the next process",
                    inWork.all().size());
            inWork.all().forEach(InWork.Input::interrupt);
            awaitEmpty(config.drainTimeout().toNanos() / 10);
        }
    }

    private boolean awaitEmpty(long nanos) {
        long end = System.nanoTime() + nanos;
        while (!inWork.all().isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return true;
    }
}
