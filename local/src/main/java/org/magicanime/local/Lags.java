package org.magicanime.local;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.magicanime.stage.Topics;

/// How many events each service has before it: end of its topics less what its consumer group committed, so that what
/// it works on still counts.
final class Lags implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Topics topics = Topics.catalogue();
    private final Admin admin;
    private Map<String, Long> last = Map.of();
    private long next = System.nanoTime();

    Lags(String kafka) {
        admin = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    /// Events by service; not older than some seconds, or than the broker's last answer.
    Map<String, Long> now() throws InterruptedException {
        if (System.nanoTime() - next >= 0) {
            try {
                Map<String, Long> lags = new TreeMap<>();
                for (String service : services()) {
                    lags.put(service, lag(service));
                }
                last = lags;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException)) {
                    throw new IllegalStateException("the lag of the services cannot be read: " + e.getCause(), e);
                }
                // The broker is away; the last answer stands until it is back.
            }
            next = System.nanoTime() + EVERY.toNanos();
        }
        return last;
    }

    private Collection<String> services() {
        return topics.topics().stream()
                .flatMap(topic -> topic.heardBy().stream())
                .distinct()
                .toList();
    }

    private long lag(String service) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = topics.topics().stream()
                .filter(topic -> topic.heardBy().contains(service))
                .flatMap(topic -> java.util.stream.IntStream.range(0, topics.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(latest).all().get();
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(service)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata done = committed.get(end.getKey());
                    return end.getValue().offset() - (done == null ? 0 : done.offset());
                })
                .sum();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
