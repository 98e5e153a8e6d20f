package org.magicanime.dataset.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one topic and group had in one interval, for the course of the last hour.
///
/// @param topic name of the topic
/// @param service name of the consumer group
/// @param inPerSecond records told; absent if it is not known
/// @param outPerSecond records committed; absent if it is not known
/// @param lag records not committed, at the end of the interval
/// @param rebalances how often partitions went to other members
public record FlowSample(
        String topic,
        String service,
        @Nullable Double inPerSecond,
        @Nullable Double outPerSecond,
        long lag,
        int rebalances) {
    /// All of one interval.
    ///
    /// @param interval number of the interval, counted from 1970 in units of {@link #SECONDS}
    public record Interval(long interval, List<FlowSample> samples) {
        /// Length of an interval.
        public static final int SECONDS = 30;
        /// Intervals in an hour.
        public static final int IN_AN_HOUR = 3600 / SECONDS;

        public Interval {
            samples = List.copyOf(samples);
        }
    }
}
