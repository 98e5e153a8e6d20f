package org.magicanime.dataset.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Busy;
import org.magicanime.dataset.domain.FlowSample.Interval;
import org.magicanime.stage.BrokerSettings;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.EventPublisher;
import org.magicanime.stage.StageFigures;

/// Reads the last hour of figures back, without a consumer group, and tells those of topics. They are kept in the
/// broker and not in this process, which may be killed together with the stages.
final class FiguresTopic implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FiguresTopic.class);
    private static final String FLOWS = "topic-flows";
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WAIT = Duration.ofMillis(50);
    /// At the start there is an hour to be read.
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final TopicPartition place;
    private final KafkaConsumer<String, byte[]> consumer;
    private final EventPublisher publisher;
    private boolean begun;

    FiguresTopic(BrokerSettings broker, String topic, EventPublisher publisher) {
        this.place = new TopicPartition(topic, 0);
        this.publisher = publisher;
        this.consumer = new KafkaConsumer<>(
                broker.with(Map.of(
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest",
                        "allow.auto.create.topics",
                        "false",
                        "default.api.timeout.ms",
                        Integer.toString(TIMEOUT_MILLIS))),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /// Takes what was told since the last time. Without it the other figures are still worth showing.
    void read(StageHistory stages, FlowHistory flows) {
        try {
            readOn(stages, flows);
        } catch (KafkaException e) {
            LOG.warnf("the figures of stages cannot be read now: %s", e.getMessage());
        }
    }

    private void readOn(StageHistory stages, FlowHistory flows) {
        boolean first = !begun;
        if (first) {
            consumer.assign(List.of(place));
            seekToLastHour();
            begun = true;
        }
        Duration wait = first ? FIRST_WAIT : WAIT;
        for (var records = consumer.poll(wait); !records.isEmpty(); records = consumer.poll(wait)) {
            records.forEach(record -> take(record, stages, flows));
        }
    }

    private void seekToLastHour() {
        @Nullable
        OffsetAndTimestamp found = consumer.offsetsForTimes(
                        Map.of(place, Instant.now().minus(HOUR).toEpochMilli()))
                .get(place);
        if (found == null) {
            consumer.seekToEnd(List.of(place));
        } else {
            consumer.seek(place, found.offset());
        }
    }

    /// Figures of a newer version, or of a stranger, are left out: nothing depends on them.
    private static void take(ConsumerRecord<String, byte[]> record, StageHistory stages, FlowHistory flows) {
        try {
            if (FLOWS.equals(record.key())) {
                flows.heard(EventJson.readEvent(record.value(), Interval.class));
            } else {
                StageFigures figures = EventJson.readEvent(record.value(), StageFigures.class);
                stages.heard(record.timestamp(), figures);
            }
        } catch (RuntimeException e) {
            LOG.debugf("figures at %d are left out: %s", record.offset(), e.getMessage());
        }
    }

    void tell(Interval interval) {
        try {
            publisher.send(new ProducerRecord<>(place.topic(), FLOWS, EventJson.write(interval)));
        } catch (RuntimeException e) {
            if (!(e instanceof Busy)) {
                throw e;
            }
            LOG.debugf("the figures of an interval are kept in this process only: %s", e.getMessage());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
