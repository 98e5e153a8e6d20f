package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;

/// One topic as one consumer group hears it.
///
/// @param service name of the consumer group
/// @param inPerSecond records that were told, 0 or more; absent until two samples were taken
/// @param outPerSecond records that were committed, 0 or more; absent until two samples were taken
/// @param lag records that are not committed; of a group that has never committed, all that the topic has
/// @param oldestSeconds age of the oldest record that is not committed, from its time stamp; absent if there is none
/// @param members of the group
/// @param emptyMembers members that no partition is assigned to
/// @param rebalancesPerHour how often partitions went to other members in the last hour, as seen every two seconds
/// @param deadLetters records of the dead-letter topic that were not put back
/// @param lastReason why the last of them is there; absent if there is none
public record TopicFlow(
        String topic,
        String service,
        @Nullable Double inPerSecond,
        @Nullable Double outPerSecond,
        long lag,
        @Nullable Double oldestSeconds,
        int members,
        int emptyMembers,
        int rebalancesPerHour,
        long deadLetters,
        @Nullable String lastReason) {
    public TopicFlow withRebalances(int perHour) {
        return new TopicFlow(
                topic,
                service,
                inPerSecond,
                outPerSecond,
                lag,
                oldestSeconds,
                members,
                emptyMembers,
                perHour,
                deadLetters,
                lastReason);
    }
}
