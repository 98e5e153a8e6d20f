package org.magicanime.contracts;

import java.util.List;
import java.util.function.Consumer;

/// Where the work of a stage tells its events.
@FunctionalInterface
public interface Telling extends Consumer<PipelineEvent> {
    /// Publishes an event and waits for the broker's acknowledgement.
    @Override
    void accept(PipelineEvent event);

    /// Publishes events and waits once, until the broker acknowledged all of them.
    default void all(List<? extends PipelineEvent> events) {
        events.forEach(this);
    }
}
