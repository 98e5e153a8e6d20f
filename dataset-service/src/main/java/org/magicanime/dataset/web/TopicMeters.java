package org.magicanime.dataset.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.TopicFlow;
import org.magicanime.dataset.domain.TopicFlows;
import org.magicanime.dataset.domain.TopicReader;

/// The figures of the page of topics, for whoever scrapes this process: `pipeline_topic_…{topic,group}`.
///
/// While the broker does not answer, they stay as they were, and `pipeline_topics_asked_timestamp` grows old.
@Singleton
class TopicMeters {
    private final TopicReader topics;
    private final MultiGauge told;
    private final MultiGauge committed;
    private final MultiGauge lag;
    private final MultiGauge age;
    private final MultiGauge members;
    private final MultiGauge emptyMembers;
    private final MultiGauge rebalances;
    private final MultiGauge deadLetters;
    private final MultiGauge disk;
    private final AtomicLong asked;

    TopicMeters(TopicReader topics, MeterRegistry metrics) {
        this.topics = topics;
        told = gauge(metrics, "pipeline.topic.told.per.second", "Records told on the topic");
        committed = gauge(metrics, "pipeline.topic.committed.per.second", "Records the group committed");
        lag = gauge(metrics, "pipeline.topic.lag", "Records that the group has not committed");
        age = gauge(
                metrics, "pipeline.topic.lag.seconds", "Age of the oldest record not committed; 0 if there is none");
        members = gauge(metrics, "pipeline.topic.members", "Members of the group");
        emptyMembers = gauge(metrics, "pipeline.topic.empty.members", "Members that have no partition");
        rebalances = gauge(metrics, "pipeline.topic.rebalances.last.hour", "How often partitions moved in an hour");
        deadLetters = gauge(metrics, "pipeline.topic.dead.letters", "Dead letters that were not put back");
        disk = gauge(metrics, "pipeline.broker.disk.bytes", "Room on the fullest of the broker's disks");
        asked = metrics.gauge("pipeline.topics.asked.timestamp", new AtomicLong());
    }

    private static MultiGauge gauge(MeterRegistry metrics, String name, String what) {
        return MultiGauge.builder(name).description(what).register(metrics);
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void measure() {
        TopicFlows flows = topics.flows();
        rows(told, flows, flow -> orNothing(flow.inPerSecond()));
        rows(committed, flows, flow -> orNothing(flow.outPerSecond()));
        rows(lag, flows, TopicFlow::lag);
        rows(age, flows, flow -> orNothing(flow.oldestSeconds()));
        rows(members, flows, TopicFlow::members);
        rows(emptyMembers, flows, TopicFlow::emptyMembers);
        rows(rebalances, flows, TopicFlow::rebalancesPerHour);
        rows(deadLetters, flows, TopicFlow::deadLetters);
        TopicFlows.Disk room = flows.disk();
        if (room != null) {
            disk.register(
                    List.of(
                            Row.of(Tags.of("kind", "free"), room.freeBytes()),
                            Row.of(Tags.of("kind", "total"), room.totalBytes())),
                    true);
        }
        asked.set(flows.at().getEpochSecond());
    }

    private static double orNothing(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static void rows(MultiGauge gauge, TopicFlows flows, ToDoubleFunction<TopicFlow> value) {
        gauge.register(
                flows.flows().stream()
                        .map(flow -> Row.of(
                                Tags.of("topic", flow.topic(), "group", flow.service()), value.applyAsDouble(flow)))
                        .toList(),
                true);
    }
}
