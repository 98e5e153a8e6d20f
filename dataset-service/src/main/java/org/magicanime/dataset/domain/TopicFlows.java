package org.magicanime.dataset.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All topics as all consumer groups hear them, at one moment.
///
/// @param at when the broker said so
/// @param flows in the order of the catalogue
/// @param problem why there are no newer figures; absent if these are the newest
public record TopicFlows(
        Instant at, List<TopicFlow> flows, @Nullable String problem) {
    public TopicFlows {
        flows = List.copyOf(flows);
    }
}
