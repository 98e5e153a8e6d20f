package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.stage.DeadLetter;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.Topics;

class LedgerTest {
    private static final String OBJECT = "0123456789abcdef0123456789abcdef";
    private static final DeadLetter LETTER = new DeadLetter(
            "object.created.v1.ingest.dlq", 0, "ingest/a", "no reason", "object.created.v1", null, false);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Queue<Optional<List<DeadLetter>>> answers = new ArrayDeque<>();
    private final Ledger ledger = ledger();

    @Test
    void aBrokerThatIsAwayEndsNothing() {
        answers.add(Optional.empty());

        ledger.readOn();
        assertThat(ledger.deadLetters()).isEmpty();

        answers.add(Optional.of(List.of(LETTER)));
        long end = System.nanoTime() + 20_000_000_000L;
        while (ledger.deadLetters().isEmpty() && System.nanoTime() < end) {
            ledger.readOn();
        }
        assertThat(ledger.deadLetters()).containsExactly(LETTER);
    }

    @Test
    void whatIsToldTwiceCountsOnceAndIsNoContradiction() {
        tell(0, rejected("truncated"));
        tell(1, rejected("truncated"));

        ledger.readOn();

        assertThat(ledger.rejections()).hasSize(1);
        assertThat(ledger.contradictions()).isEmpty();
    }

    @Test
    void whatIsToldTwiceWithTwoContentsIsAContradiction() {
        tell(0, rejected("truncated"));
        tell(1, rejected("too-large"));

        ledger.readOn();

        assertThat(ledger.contradictions()).hasSize(1).allMatch(id -> id.contains(OBJECT));
    }

    private void tell(long offset, ItemRejected event) {
        answers.add(Optional.of(List.of()));
        consumer.addRecord(new ConsumerRecord<>(
                Topics.catalogue().of(ItemRejected.class), 0, offset, event.itemId(), EventJson.write(event)));
    }

    private static ItemRejected rejected(String code) {
        return new ItemRejected(
                OBJECT, "ingest", code, "for a test", null, null, null, null, null, null, java.util.Map.of());
    }

    private Ledger ledger() {
        Topics.catalogue().topics().forEach(topic -> {
            consumer.updatePartitions(
                    topic.name(),
                    IntStream.range(0, 2)
                            .mapToObj(number ->
                                    new PartitionInfo(topic.name(), number, Node.noNode(), new Node[0], new Node[0]))
                            .toList());
            for (int number = 0; number < 2; number++) {
                consumer.updateBeginningOffsets(java.util.Map.of(new TopicPartition(topic.name(), number), 0L));
            }
        });
        return new Ledger(
                consumer, () -> answers.remove().orElseThrow(() -> new TimeoutException("the broker does not answer")));
    }
}
