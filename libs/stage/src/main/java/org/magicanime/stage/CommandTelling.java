package org.magicanime.stage;

import java.time.Duration;
import java.util.List;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.Telling;

/// Tells events for a command, which is no service and hears nothing.
public final class CommandTelling implements Telling, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final EventPublisher publisher;

    /// @param name the source of the events, such as `launcher`
    public CommandTelling(String name, String bootstrapServers) {
        this.name = name;
        this.publisher = EventPublisher.to(bootstrapServers, PATIENCE);
    }

    /// @throws BrokerBusyException if the broker does not acknowledge in time; it may have the event nevertheless
    @Override
    public void accept(PipelineEvent event) {
        publisher.tell(name, List.of(event), TraceContext.begin());
    }

    @Override
    public void close() {
        publisher.close();
    }
}
