package org.magicanime.dataset.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All topics as all consumer groups hear them, and what stages do, at one moment.
///
/// @param at when the broker said so
/// @param flows in the order of the catalogue
/// @param stages in order of the stages; without those of which nothing was heard in the last hour
/// @param disk where the broker keeps its records; absent if it does not say
/// @param problem why there are no newer figures; absent if these are the newest
public record TopicFlows(
        Instant at,
        List<TopicFlow> flows,
        List<StageFlow> stages,
        @Nullable Disk disk,
        @Nullable String problem) {
    public TopicFlows {
        flows = List.copyOf(flows);
        stages = List.copyOf(stages);
    }

    /// Room on the fullest of the broker's disks.
    ///
    /// @param freeBytes that can be written
    /// @param totalBytes of the disk
    public record Disk(long freeBytes, long totalBytes) {}

    /// The same, some seconds old.
    public TopicFlows with(String why) {
        return new TopicFlows(at, flows, stages, disk, why);
    }
}
