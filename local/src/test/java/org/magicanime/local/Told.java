package org.magicanime.local;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.stage.DeadLetter;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.Topics;

/// What a test tells a ledger.
final class Told {
    private static final Topics TOPICS = Topics.catalogue();

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private long offset;

    Told() {
        TOPICS.topics().forEach(topic -> {
            consumer.updatePartitions(
                    topic.name(),
                    IntStream.range(0, 2)
                            .mapToObj(number ->
                                    new PartitionInfo(topic.name(), number, Node.noNode(), new Node[0], new Node[0]))
                            .toList());
            for (int number = 0; number < 2; number++) {
                consumer.updateBeginningOffsets(Map.of(new TopicPartition(topic.name(), number), 0L));
            }
        });
    }

    Ledger ledger(Supplier<List<DeadLetter>> letters) {
        return new Ledger(consumer, letters);
    }

    void tell(PipelineEvent event) {
        consumer.addRecord(
                new ConsumerRecord<>(TOPICS.of(event.getClass()), 0, offset++, event.itemId(), EventJson.write(event)));
    }
}
