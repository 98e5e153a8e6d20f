package org.magicanime.stage;

import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import java.util.List;

/// Pauses the channels of one service while it retries, so that nothing more is fetched that would only wait. Channels
/// that the drain paused stay so.
final class Pauses {
    private final ChannelRegistry channels;
    private final String service;
    private final InWork inWork;
    private int retrying;

    Pauses(ChannelRegistry channels, InWork inWork, String service) {
        this.channels = channels;
        this.inWork = inWork;
        this.service = service;
    }

    synchronized void begin() {
        if (retrying++ == 0) {
            own().stream().filter(channel -> !channel.isPaused()).forEach(PausableChannel::pause);
        }
    }

    synchronized void end() {
        if (--retrying == 0 && !inWork.isStopping()) {
            own().stream().filter(PausableChannel::isPaused).forEach(PausableChannel::resume);
        }
    }

    /// A channel's name begins with its service.
    private List<PausableChannel> own() {
        return channels.getIncomingNames().stream()
                .filter(name -> name.startsWith(service + "-"))
                .map(channels::getPausable)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
