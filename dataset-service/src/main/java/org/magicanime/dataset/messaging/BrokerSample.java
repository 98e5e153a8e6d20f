package org.magicanime.dataset.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.magicanime.stage.DeadLetters;
import org.magicanime.stage.Topics;

/// What the broker said at one moment.
///
/// @param nanos {@link System#nanoTime} of it
/// @param starts first offset of each partition
/// @param ends offset behind the last record of each partition
/// @param committed by consumer group: offsets of partitions that it has committed
/// @param members by consumer group: the partitions of each member
record BrokerSample(
        long nanos,
        Map<TopicPartition, Long> starts,
        Map<TopicPartition, Long> ends,
        Map<String, Map<TopicPartition, Long>> committed,
        Map<String, Map<String, Set<TopicPartition>>> members) {
    static BrokerSample of(Admin admin, Topics topics) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = Stream.concat(
                        topics.topics().stream()
                                .flatMap(topic -> IntStream.range(0, topics.partitions())
                                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))),
                        topics.deadLetterTopics().stream().map(topic -> new TopicPartition(topic, 0)))
                .toList();
        List<String> services = topics.topics().stream()
                .flatMap(topic -> topic.heardBy().stream())
                .distinct()
                .toList();
        // What is committed is asked before the ends, so that nothing seems to be heard before it was told.
        Map<String, Map<TopicPartition, Long>> committed = committed(admin, services);
        return new BrokerSample(
                System.nanoTime(),
                offsets(admin, partitions, OffsetSpec.earliest()),
                offsets(admin, partitions, OffsetSpec.latest()),
                committed,
                members(admin, services));
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which)))
                .all()
                .get();
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static Map<String, Map<TopicPartition, Long>> committed(Admin admin, List<String> services)
            throws ExecutionException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> wanted = new HashMap<>();
        services.forEach(service -> wanted.put(service, new ListConsumerGroupOffsetsSpec()));
        wanted.put(DeadLetters.GROUP, new ListConsumerGroupOffsetsSpec());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> found =
                admin.listConsumerGroupOffsets(wanted).all().get();
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        found.forEach((group, offsets) -> {
            Map<TopicPartition, Long> own = new HashMap<>();
            offsets.forEach((partition, offset) -> {
                if (offset != null) {
                    own.put(partition, offset.offset());
                }
            });
            committed.put(group, own);
        });
        return committed;
    }

    private static Map<String, Map<String, Set<TopicPartition>>> members(Admin admin, List<String> services)
            throws ExecutionException, InterruptedException {
        Map<String, Map<String, Set<TopicPartition>>> members = new HashMap<>();
        for (var group :
                admin.describeConsumerGroups(services).describedGroups().entrySet()) {
            try {
                ConsumerGroupDescription description = group.getValue().get();
                members.put(
                        group.getKey(),
                        description.members().stream()
                                .collect(Collectors.toMap(
                                        MemberDescription::consumerId,
                                        member -> member.assignment().topicPartitions())));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                    throw e;
                }
                // A service that has never run.
                members.put(group.getKey(), Map.of());
            }
        }
        return members;
    }

    /// Members of a group.
    int members(String group) {
        return members.getOrDefault(group, Map.of()).size();
    }

    /// Members of a group that no partition is assigned to.
    int emptyMembers(String group) {
        return (int) members.getOrDefault(group, Map.of()).values().stream()
                .filter(Set::isEmpty)
                .count();
    }

    /// Whether partitions of a group went to other members between two samples.
    boolean isRebalanced(String group, BrokerSample before) {
        return !members.getOrDefault(group, Map.of()).equals(before.members.getOrDefault(group, Map.of()));
    }

    /// Partitions of a topic.
    Collection<TopicPartition> partitions(String topic) {
        return ends.keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
    }

    long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /// Where a group goes on: at the beginning, if it has never committed.
    long next(String group, TopicPartition partition) {
        long start = starts.getOrDefault(partition, 0L);
        return Math.max(start, committed.getOrDefault(group, Map.of()).getOrDefault(partition, start));
    }

    /// Where the next replay begins.
    long nextDeadLetter(TopicPartition partition) {
        return next(DeadLetters.GROUP, partition);
    }
}
