package org.magicanime.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.VideoIngested;

/// What the broker's refusals mean. Kafka's own stand-in for a producer fails as it is told to.
class EventPublisherTest {
    private final List<MockProducer<String, byte[]>> producers = new ArrayList<>();
    private final EventPublisher publisher = new EventPublisher(() -> {
        producers.add(new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
        return producers.getLast();
    });
    private final ProducerRecord<String, byte[]> record = new ProducerRecord<>("clip.cut.v1", "key", new byte[1]);

    @Test
    void aProducerThatCanDoNoMoreIsReplacedAndTheInputWaits() {
        producers.getFirst().sendException = new ClusterAuthorizationException("no rights");

        assertThatExceptionOfType(BrokerBusyException.class).isThrownBy(() -> publisher.send(record));

        publisher.send(record);
        assertThat(producers).hasSize(2);
        assertThat(producers.getFirst().closed()).isTrue();
        assertThat(producers.getLast().history()).containsExactly(record);
    }

    @Test
    void aProducerThatSomebodyClosedIsReplaced() {
        producers.getFirst().close();

        assertThatExceptionOfType(BrokerBusyException.class).isThrownBy(() -> publisher.send(record));

        publisher.send(record);
        assertThat(producers).hasSize(2);
    }

    @Test
    void aBrokerThatIsLateIsBusyAndTheProducerStays() {
        producers.getFirst().sendException = new TimeoutException("late");

        assertThatExceptionOfType(BrokerBusyException.class).isThrownBy(() -> publisher.send(record));

        assertThat(producers).hasSize(1);
    }

    @Test
    void aRecordThatIsTooLargeIsUndeliverableAndTheProducerStays() {
        producers.getFirst().sendException = new RecordTooLargeException("too large");

        assertThatExceptionOfType(UndeliverableException.class).isThrownBy(() -> publisher.send(record));

        assertThat(producers).hasSize(1);
    }

    @Test
    void manyEventsAreSentAtOnceAndTheInputWaitsForEachAcknowledgement() throws Exception {
        MockProducer<String, byte[]> slow =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        EventPublisher telling = new EventPublisher(() -> slow);
        List<VideoIngested> films = List.of(Films.film("a"), Films.film("b"), Films.film("c"));
        CompletableFuture<Void> told =
                CompletableFuture.runAsync(() -> telling.tell("ingest", films, TraceContext.of(new RecordHeaders())));

        while (slow.history().size() < films.size()) {
            assertThat(told).as("all are sent before the first is acknowledged").isNotDone();
            Thread.onSpinWait();
        }
        assertThat(slow.history().stream().map(ProducerRecord::key))
                .containsExactlyElementsOf(
                        films.stream().map(VideoIngested::itemId).toList());
        slow.completeNext();
        slow.completeNext();
        assertThat(told).isNotDone();
        slow.errorNext(new TimeoutException("late"));

        assertThat(told)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(BrokerBusyException.class);
    }
}
