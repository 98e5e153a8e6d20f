package org.magicanime.dataset.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.PipelineEvent;

/// What the ledger is told.
public sealed interface Heard {
    /// An event.
    ///
    /// @param digest SHA-256 of its canonical JSON, 64 hex digits: equal events have equal digests
    /// @param at when it was told, which may differ between equal events
    record Told(PipelineEvent event, String digest, Instant at) implements Heard {}

    /// An input that a service gave up. It counts for as long as the service has said nothing else of the item.
    ///
    /// @param topic the dead-letter topic
    /// @param partition of it
    /// @param offset in it
    /// @param stage the service that gave up
    /// @param itemId the record's key: an object's bucket and key, a film or a clip
    /// @param reason why, for people
    record GivenUp(
            String topic,
            int partition,
            long offset,
            String stage,
            @Nullable String itemId,
            String reason) implements Heard {}
}
