package org.magicanime.dataset.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.DeadInput;
import org.magicanime.dataset.domain.FlowSample;
import org.magicanime.dataset.domain.FlowSample.Interval;
import org.magicanime.dataset.domain.TopicFlow;
import org.magicanime.dataset.domain.TopicFlows;
import org.magicanime.dataset.domain.TopicFlows.Disk;
import org.magicanime.dataset.domain.TopicReader;
import org.magicanime.stage.BrokerSettings;
import org.magicanime.stage.DeadLetter;
import org.magicanime.stage.DeadLetters;
import org.magicanime.stage.EventPublisher;
import org.magicanime.stage.Topics;

/// Asks the broker every two seconds, whoever looks.
@Singleton
class BrokerTopics implements TopicReader {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int DISK_EVERY = 15;
    private static final int LONGEST_PAYLOAD = 4_000;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private final Topics topics = Topics.catalogue();
    private final BrokerSettings broker;
    private final Admin admin;
    private final OldestRecords records;
    private final FiguresTopic figures;
    private final StageHistory stages = new StageHistory();
    private final FlowHistory history = new FlowHistory();
    private @Nullable BrokerSample last;
    private long samples;
    private volatile TopicFlows flows =
            new TopicFlows(Instant.EPOCH, List.of(), List.of(), null, "the broker was not asked yet");

    BrokerTopics(BrokerSettings broker, EventPublisher publisher) {
        this.broker = broker;
        this.admin = Admin.create(broker.with(Map.of(
                "request.timeout.ms",
                Integer.toString(TIMEOUT_MILLIS),
                "default.api.timeout.ms",
                Integer.toString(TIMEOUT_MILLIS))));
        this.records = new OldestRecords(broker);
        this.figures = new FiguresTopic(broker, topics.figures().topic(), publisher);
    }

    @Scheduled(
            every = "2s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    synchronized void sample() throws InterruptedException {
        try {
            BrokerSample now = BrokerSample.of(admin, topics);
            figures.read(stages, history);
            Instant at = Instant.now();
            List<TopicFlow> all = flows(now);
            Interval over = history.add(at.toEpochMilli(), samples(now, all));
            flows = new TopicFlows(
                    at,
                    all.stream().map(this::withRebalances).toList(),
                    stages.stages(at.toEpochMilli()),
                    disk(),
                    null);
            last = now;
            if (over != null) {
                figures.tell(over);
            }
        } catch (ExecutionException | KafkaException e) {
            // Rates over the time that it was away would be wrong.
            last = null;
            Throwable reason = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            flows = flows.with("the broker does not answer: " + reason.getMessage());
        }
    }

    @Override
    public TopicFlows flows() {
        return flows;
    }

    @Override
    public List<Interval> lastHour() {
        return history.intervals();
    }

    /// Seldom: brokers look through all their folders for it.
    private @Nullable Disk disk() throws ExecutionException, InterruptedException {
        return samples++ % DISK_EVERY == 0 ? BrokerDisk.fullest(admin) : flows.disk();
    }

    private List<FlowSample> samples(BrokerSample now, List<TopicFlow> all) {
        BrokerSample before = last;
        return all.stream()
                .map(flow -> FlowHistory.sample(flow, before != null && now.isRebalanced(flow.service(), before)))
                .toList();
    }

    private TopicFlow withRebalances(TopicFlow flow) {
        return flow.withRebalances(history.rebalances(flow.topic(), flow.service()));
    }

    @Override
    public List<DeadInput> deadLetters() {
        return new DeadLetters(broker).list().stream().map(BrokerTopics::shown).toList();
    }

    private static DeadInput shown(DeadLetter letter) {
        byte[] value = letter.value();
        String text = value == null ? "" : new String(value, 0, Math.min(value.length, LONGEST_PAYLOAD), UTF_8);
        return new DeadInput(
                letter.topic(),
                letter.offset(),
                DeadLetter.shown(letter.key()),
                letter.reason(),
                letter.inputLeftOut()
                        ? "too large to be here; it is on " + letter.originalTopic()
                        : value != null && value.length > LONGEST_PAYLOAD
                                ? text + " … (" + value.length + " bytes)"
                                : text);
    }

    @Override
    public int replay() throws InterruptedException {
        return new DeadLetters(broker).replay();
    }

    private List<TopicFlow> flows(BrokerSample now) {
        Map<String, Double> oldest = oldest(now);
        Map<String, String> reasons = lastReasons(now);
        List<TopicFlow> all = new ArrayList<>();
        for (Topics.Topic topic : topics.topics()) {
            for (String service : topic.heardBy()) {
                String letters = Topics.deadLetters(topic.name(), service);
                all.add(new TopicFlow(
                        topic.name(),
                        service,
                        perSecond(now, topic.name(), now::end, BrokerSample::end),
                        perSecond(
                                now,
                                topic.name(),
                                partition -> now.next(service, partition),
                                (sample, partition) -> sample.next(service, partition)),
                        sum(now, topic.name(), partition -> lag(now, service, partition)),
                        oldest.get(topic.name() + " " + service),
                        now.members(service),
                        now.emptyMembers(service),
                        0,
                        sum(now, letters, partition -> now.end(partition) - now.nextDeadLetter(partition)),
                        reasons.get(letters)));
            }
        }
        return all;
    }

    @FunctionalInterface
    private interface Before {
        long of(BrokerSample sample, TopicPartition partition);
    }

    private @Nullable Double perSecond(
            BrokerSample now, String topic, ToLongFunction<TopicPartition> after, Before before) {
        BrokerSample earlier = last;
        if (earlier == null) {
            return null;
        }
        long more = sum(now, topic, partition -> after.applyAsLong(partition) - before.of(earlier, partition));
        return Math.max(0, more) * NANOS / (now.nanos() - earlier.nanos());
    }

    private static long sum(BrokerSample sample, String topic, ToLongFunction<TopicPartition> of) {
        return sample.partitions(topic).stream().mapToLong(of).sum();
    }

    private static long lag(BrokerSample now, String service, TopicPartition partition) {
        return Math.max(0, now.end(partition) - now.next(service, partition));
    }

    /// Seconds by topic and service. Groups are at different places of the same partition, so that each is looked at
    /// alone.
    private Map<String, Double> oldest(BrokerSample now) {
        Map<String, Double> oldest = new HashMap<>();
        for (Topics.Topic topic : topics.topics()) {
            for (String service : topic.heardBy()) {
                Map<TopicPartition, Long> behind = new HashMap<>();
                for (TopicPartition partition : now.partitions(topic.name())) {
                    if (lag(now, service, partition) > 0) {
                        behind.put(partition, now.next(service, partition));
                    }
                }
                if (!behind.isEmpty()) {
                    records.at(behind).values().stream()
                            .mapToLong(ConsumerRecord::timestamp)
                            .min()
                            .ifPresent(first -> oldest.put(
                                    topic.name() + " " + service,
                                    Math.max(
                                            0,
                                            Duration.between(Instant.ofEpochMilli(first), Instant.now())
                                                            .toMillis()
                                                    / MILLIS)));
                }
            }
        }
        return oldest;
    }

    private Map<String, String> lastReasons(BrokerSample now) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        for (String topic : topics.deadLetterTopics()) {
            for (TopicPartition partition : now.partitions(topic)) {
                if (now.end(partition) > now.nextDeadLetter(partition)) {
                    wanted.put(partition, now.end(partition) - 1);
                }
            }
        }
        Map<String, String> reasons = new HashMap<>();
        if (!wanted.isEmpty()) {
            records.at(wanted).forEach((partition, letter) -> {
                Header reason = letter.headers().lastHeader(DeadLetter.REASON_HEADER);
                if (reason != null) {
                    reasons.put(partition.topic(), DeadLetter.shown(new String(reason.value(), UTF_8)));
                }
            });
        }
        return reasons;
    }

    @PreDestroy
    synchronized void close() {
        records.close();
        figures.close();
        admin.close(Duration.ofSeconds(2));
    }
}
