package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.magicanime.contracts.PipelineEvent;

/// Tells events: one producer for all topics, so that a service needs no configuration for what it tells.
///
/// Every event has CloudEvents 1.0 headers (binary mode) and `traceparent`. Its `ce_id` follows from its content, so
// that
/// the same event told twice can be known.
@ApplicationScoped
public class EventPublisher {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final Topics topics = Topics.catalogue();
    private final Producer<String, byte[]> producer;

    EventPublisher(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "enable.idempotence", "true",
                        "max.block.ms", "30000",
                        "request.timeout.ms", "15000",
                        "delivery.timeout.ms", "60000",
                        "client.id", "magicanime-" + UUID.randomUUID()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /// Tells an event and waits until the broker has it.
    ///
    /// @throws BrokerBusyException if the broker does not acknowledge in time
    void tell(String service, PipelineEvent event, TraceContext trace) {
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
        send(record);
    }

    /// Sends a record as it is and waits until the broker has it.
    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                throw new BrokerBusyException("telling on " + record.topic() + ": " + e.getCause(), e);
            }
            throw new IllegalStateException("telling on " + record.topic() + ": " + e.getCause(), e);
        } catch (RetriableException e) {
            throw new BrokerBusyException("telling on " + record.topic() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrainingException();
        } catch (org.apache.kafka.common.errors.InterruptException e) {
            throw new DrainingException();
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    @PreDestroy
    void close() {
        producer.close(LONGEST_CLOSE);
    }
}
