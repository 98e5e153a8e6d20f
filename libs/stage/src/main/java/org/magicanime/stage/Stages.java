package org.magicanime.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Gives each service its {@link Stage}, the same for all its channels.
@ApplicationScoped
public class Stages {
    private final Attempts attempts;
    private final EventPublisher publisher;
    private final InWork inWork;
    private final StageConfig config;
    private final ChannelRegistry channels;
    private final MeterRegistry metrics;
    private final StageMeters meters;
    private final Map<String, Stage> stages = new ConcurrentHashMap<>();

    Stages(
            Attempts attempts,
            EventPublisher publisher,
            InWork inWork,
            StageConfig config,
            ChannelRegistry channels,
            MeterRegistry metrics,
            StageMeters meters) {
        this.attempts = attempts;
        this.publisher = publisher;
        this.inWork = inWork;
        this.config = config;
        this.channels = channels;
        this.metrics = metrics;
        this.meters = meters;
    }

    /// @param service the consumer group and the name in metrics, logs and dead-letter topics, such as `segment`
    public Stage named(String service) {
        return stages.computeIfAbsent(service, this::create);
    }

    private Stage create(String service) {
        gauge("pipeline.inflight", service, false);
        gauge("pipeline.retrying", service, true);
        Patience patience = new Patience(service, inWork, config, new Pauses(channels, inWork, service), metrics);
        return new Stage(service, attempts, publisher, inWork, config, patience, meters);
    }

    private void gauge(String name, String service, boolean onlyRetrying) {
        metrics.gauge(name, Tags.of("stage", service), inWork, all -> all.count(service, onlyRetrying));
    }
}
