package org.magicanime.local.evaluation;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.magicanime.contracts.EvalCaseCompleted;
import org.magicanime.contracts.EvalCompleted;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.Topics;

/// Hears what becomes of one evaluation from now on.
public final class EvaluationWatch implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(500);

    private final Topics topics = Topics.catalogue();
    private final String completed = topics.of(EvalCompleted.class);
    private final String scored = topics.of(EvalCaseCompleted.class);
    private final String rejected = topics.of(ItemRejected.class);
    private final String dead = Topics.deadLetters("eval.requested.v1", "eval");
    private final String evalId;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> cases = new HashSet<>();

    public EvaluationWatch(String kafka, String evalId) {
        this.evalId = evalId;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(completed, scored, rejected, dead)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Asked for now, so that what is told from here on is heard.
        partitions.forEach(consumer::position);
    }

    /// @param progress hears how many cases have scores
    /// @throws IllegalStateException if the evaluation is refused
    public EvalCompleted await(IntConsumer progress) {
        while (true) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(WAIT)) {
                if (record.topic().equals(completed) && evalId.equals(record.key())) {
                    return EventJson.readEvent(record.value(), EvalCompleted.class);
                } else if (record.topic().equals(scored)
                        && String.valueOf(record.key()).startsWith(evalId + "-")) {
                    cases.add(record.key());
                } else if (record.topic().equals(rejected) && evalId.equals(record.key())) {
                    throw new IllegalStateException(EventJson.readEvent(record.value(), ItemRejected.class)
                            .reason());
                } else if (record.topic().equals(dead) && evalId.equals(record.key())) {
                    throw new IllegalStateException("the request became a dead letter; the service's log says why");
                }
            }
            progress.accept(cases.size());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
