package org.magicanime.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Reads dead letters and puts them back to where they came from. What was put back is remembered as the committed
/// offset of a group of its own, so that doing it twice does nothing.
public final class DeadLetters {
    /// The consumer group whose committed offsets say what was put back.
    public static final String GROUP = "replay";

    private static final Duration WAIT = Duration.ofSeconds(1);

    private final BrokerSettings broker;

    public DeadLetters(String bootstrapServers) {
        this(BrokerSettings.at(bootstrapServers));
    }

    public DeadLetters(BrokerSettings broker) {
        this.broker = broker;
    }

    /// All dead letters that were not put back.
    public List<DeadLetter> list() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return waiting(consumer).stream().map(DeadLetter::read).toList();
        }
    }

    /// Puts all of them back to the topics that they came from, but those whose input was left out: what is too
    /// large for a dead letter is none of our events, and stays where it is. An input that several services
    /// gave up is put back once, since all of them hear it again.
    ///
    /// @return how many were put back
    public int replay() throws InterruptedException {
        try (KafkaConsumer<String, byte[]> consumer = consumer();
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        broker.with(Map.of("acks", "all")), new StringSerializer(), new ByteArraySerializer())) {
            List<ConsumerRecord<String, byte[]>> letters = waiting(consumer);
            Set<String> putBack = new HashSet<>();
            for (ConsumerRecord<String, byte[]> letter : letters) {
                if (!DeadLetter.read(letter).inputLeftOut() && putBack.add(DeadLetter.originalPlace(letter))) {
                    producer.send(asItWas(letter)).get();
                }
                consumer.commitSync(Map.of(
                        new TopicPartition(letter.topic(), letter.partition()),
                        new OffsetAndMetadata(letter.offset() + 1)));
            }
            return putBack.size();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a dead letter cannot be put back: " + e.getCause(), e);
        }
    }

    private static ProducerRecord<String, byte[]> asItWas(ConsumerRecord<String, byte[]> letter) {
        ProducerRecord<String, byte[]> input =
                new ProducerRecord<>(DeadLetter.read(letter).originalTopic(), letter.key(), letter.value());
        letter.headers().forEach(header -> {
            if (!header.key().startsWith(DeadLetter.PREFIX)) {
                input.headers().add(header);
            }
        });
        return input;
    }

    private List<ConsumerRecord<String, byte[]>> waiting(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = Topics.catalogue().deadLetterTopics().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(WAIT).forEach(letters::add);
        }
        return letters;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                broker.with(Map.of("group.id", GROUP, "enable.auto.commit", "false", "auto.offset.reset", "earliest")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
