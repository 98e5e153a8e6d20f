package org.magicanime.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Gives each service its {@link Stage}.
@ApplicationScoped
public class Stages {
    private final Attempts attempts;
    private final EventPublisher publisher;
    private final InWork inWork;
    private final StageConfig config;
    private final ChannelRegistry channels;
    private final MeterRegistry metrics;
    private final Set<String> measured = ConcurrentHashMap.newKeySet();

    Stages(
            Attempts attempts,
            EventPublisher publisher,
            InWork inWork,
            StageConfig config,
            ChannelRegistry channels,
            MeterRegistry metrics) {
        this.attempts = attempts;
        this.publisher = publisher;
        this.inWork = inWork;
        this.config = config;
        this.channels = channels;
        this.metrics = metrics;
    }

    /// @param service the consumer group and the name in metrics, logs and dead-letter topics, such as `segment`
    public Stage named(String service) {
        if (measured.add(service)) {
            metrics.gauge(
                    "pipeline.inflight",
                    io.micrometer.core.instrument.Tags.of("stage", service),
                    inWork,
                    all -> count(all, service, false));
            metrics.gauge(
                    "pipeline.retrying",
                    io.micrometer.core.instrument.Tags.of("stage", service),
                    inWork,
                    all -> count(all, service, true));
        }
        return new Stage(service, attempts, publisher, inWork, config, new Pauses(channels, service), metrics);
    }

    private static double count(InWork inWork, String service, boolean onlyRetrying) {
        return inWork.all().stream()
                .filter(input -> input.service.equals(service) && (!onlyRetrying || input.retrying))
                .count();
    }
}
