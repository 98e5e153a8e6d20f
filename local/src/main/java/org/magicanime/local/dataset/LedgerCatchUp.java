package org.magicanime.local.dataset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.magicanime.dataset.domain.Heard;
import org.magicanime.dataset.domain.Ledger;
import org.magicanime.dataset.domain.Ledger.TopicPlace;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.messaging.HeardReader;
import org.magicanime.stage.Topics;
import org.magicanime.stage.UnreadableEventException;

/// Writes into the ledger what was told and is not in it yet, so that it can be asked while its service does not run,
/// or has not heard everything. The service may write the same meanwhile.
public final class LedgerCatchUp {
    private static final Duration WAIT = Duration.ofMillis(200);
    /// Longer than a broker is away while it is started again.
    private static final String PATIENCE = "180000";

    private final String kafka;
    private final Ledger ledger;
    private final LedgerKeeper keeper;
    private final HeardReader reader = new HeardReader();

    public LedgerCatchUp(String kafka, Ledger ledger) {
        this.kafka = kafka;
        this.ledger = ledger;
        this.keeper = new LedgerKeeper(ledger);
    }

    /// Returns when everything that was told until now is in the ledger.
    public void run() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = topics().flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            begin(consumer, ends);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                write(consumer.poll(WAIT));
            }
        }
    }

    /// As the service hears: not its own dead letters.
    private static Stream<String> topics() {
        Topics topics = Topics.catalogue();
        return Stream.concat(
                topics.topics().stream().filter(topic -> topic.event() != null).map(Topics.Topic::name),
                topics.deadLetterTopics().stream().filter(topic -> !topic.endsWith(".dataset.dlq")));
    }

    private void begin(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Set<TopicPlace> places =
                ends.keySet().stream().map(LedgerCatchUp::place).collect(Collectors.toSet());
        Map<TopicPlace, Long> known = ledger.reached(places);
        ends.forEach((partition, end) -> {
            long next = known.getOrDefault(place(partition), 0L);
            // A broker that is new knows nothing of what an older one had.
            consumer.seek(partition, next <= end ? next : 0);
        });
    }

    private void write(ConsumerRecords<String, byte[]> records) {
        List<Heard> heard = new ArrayList<>();
        Map<TopicPlace, Long> next = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                heard.add(reader.read(record));
            } catch (UnreadableEventException | IllegalArgumentException e) {
                // No event of ours: the service makes it a dead letter.
                continue;
            } finally {
                next.merge(new TopicPlace(record.topic(), record.partition()), record.offset() + 1, Math::max);
            }
        }
        if (!next.isEmpty()) {
            keep(heard);
            ledger.reached(next);
        }
    }

    private void keep(List<Heard> heard) {
        try {
            keeper.keep(heard);
        } catch (IllegalArgumentException e) {
            heard.forEach(this::keepIfTaken);
        }
    }

    private void keepIfTaken(Heard heard) {
        try {
            keeper.keep(List.of(heard));
        } catch (IllegalArgumentException e) {
            // The ledger does not take it: the service makes it a dead letter.
            return;
        }
    }

    private static TopicPlace place(TopicPartition partition) {
        return new TopicPlace(partition.topic(), partition.partition());
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false",
                        "default.api.timeout.ms",
                        PATIENCE),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
