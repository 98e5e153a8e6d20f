package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.magicanime.contracts.PipelineEvent;

/// Tells events: one producer for all topics, so that a service needs no configuration for what it tells.
///
/// Every event has CloudEvents 1.0 headers (binary mode) and `traceparent`. Its `ce_id` follows from its content, so
/// that the same event told twice can be known.
///
/// What the broker refuses for now, also for lack of rights, is busy; a producer that can do no more is replaced.
@ApplicationScoped
public class EventPublisher {
    private static final Logger LOG = Logger.getLogger(EventPublisher.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final Topics topics = Topics.catalogue();
    private final Supplier<Producer<String, byte[]>> producers;
    private Producer<String, byte[]> producer;

    @jakarta.inject.Inject
    EventPublisher(BrokerSettings broker, StageConfig config) {
        this(() -> connect(broker, config.publishTimeout()));
    }

    EventPublisher(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
        this.producer = producers.get();
    }

    /// Outside of a service; closed by its user.
    static EventPublisher to(String bootstrapServers, Duration timeout) {
        return new EventPublisher(() -> connect(BrokerSettings.at(bootstrapServers), timeout));
    }

    private static Producer<String, byte[]> connect(BrokerSettings broker, Duration timeout) {
        return new KafkaProducer<>(
                broker.with(Map.of(
                        "acks",
                        "all",
                        "enable.idempotence",
                        "true",
                        "max.block.ms",
                        Long.toString(timeout.toMillis() / 2),
                        "request.timeout.ms",
                        Long.toString(timeout.toMillis() / 4),
                        "delivery.timeout.ms",
                        Long.toString(timeout.toMillis()),
                        "client.id",
                        "magicanime-" + UUID.randomUUID())),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /// Tells events and waits until the broker has all of them.
    ///
    /// @throws BrokerBusyException if the broker does not acknowledge in time, or refuses for now
    void tell(String service, List<? extends PipelineEvent> events, TraceContext trace) {
        send(events.stream().map(event -> record(service, event, trace)).toList());
    }

    private ProducerRecord<String, byte[]> record(String service, PipelineEvent event, TraceContext trace) {
        byte[] json = EventJson.write(event);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topics.of(event.getClass()), event.itemId(), json);
        String type = "org.magicanime." + event.getClass().getSimpleName();
        Headers headers = record.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", UUID.nameUUIDFromBytes(json).toString());
        add(headers, "ce_type", type);
        add(headers, "ce_source", "urn:magicanime:" + service);
        add(headers, "ce_subject", event.itemId());
        add(headers, "ce_time", Instant.now().toString());
        add(headers, "content-type", "application/json");
        headers.add(TraceContext.HEADER, trace.child());
        return record;
    }

    /// Sends a record as it is and waits until the broker has it.
    ///
    /// @throws BrokerBusyException if the broker does not acknowledge in time, or refuses for now
    /// @throws UndeliverableException if it will never take this record
    public void send(ProducerRecord<String, byte[]> record) {
        send(List.of(record));
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        Producer<String, byte[]> used = current();
        List<Sent> sent = new ArrayList<>();
        for (ProducerRecord<String, byte[]> record : records) {
            sent.add(new Sent(record, sending(record, () -> used.send(record), used)));
        }
        sent.forEach(each -> sending(each.record(), each.acknowledged()::get, used));
    }

    private record Sent(ProducerRecord<String, byte[]> record, Future<RecordMetadata> acknowledged) {}

    private <T> T sending(ProducerRecord<String, byte[]> record, Callable<T> call, Producer<String, byte[]> used) {
        try {
            return call.call();
        } catch (ExecutionException e) {
            throw failure(used, record, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrainingException();
        } catch (InterruptException e) {
            throw new DrainingException();
        } catch (KafkaException | IllegalStateException e) {
            throw failure(used, record, e);
        } catch (Exception e) {
            throw new IllegalStateException("a producer throws no other exceptions", e);
        }
    }

    private RuntimeException failure(
            Producer<String, byte[]> used, ProducerRecord<String, byte[]> record, Throwable e) {
        String what = "telling on " + record.topic() + ": " + e;
        if (e instanceof RecordTooLargeException
                || e instanceof SerializationException
                || e instanceof InvalidTopicException) {
            return new UndeliverableException(what, e);
        }
        if (!(e instanceof RetriableException)) {
            replace(used);
        }
        return new BrokerBusyException(what, e);
    }

    private synchronized Producer<String, byte[]> current() {
        return producer;
    }

    /// After some failures, such as lost rights, a producer refuses everything for ever.
    private synchronized void replace(Producer<String, byte[]> used) {
        if (used == producer) {
            LOG.warn("the producer failed and is replaced by a fresh one");
            used.close(Duration.ZERO);
            producer = producers.get();
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    @PreDestroy
    void close() {
        current().close(LONGEST_CLOSE);
    }
}
