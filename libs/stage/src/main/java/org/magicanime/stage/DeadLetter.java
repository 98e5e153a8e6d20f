package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// An input that cannot be processed, as it was, with headers that say why.
///
/// @param topic the dead-letter topic
/// @param offset in it
/// @param key of the input
/// @param reason why it is here, without control characters
/// @param originalTopic where it came from
/// @param value the input
/// @param inputLeftOut whether the input was too large for the dead-letter topic: then key, value and headers
///     have to be read where it came from
public record DeadLetter(
        String topic,
        long offset,
        @Nullable String key,
        String reason,
        String originalTopic,
        byte @Nullable [] value,
        boolean inputLeftOut) {
    static final String PREFIX = "dead-letter-";
    /// The header that says why, in UTF-8.
    public static final String REASON_HEADER = "dead-letter-reason";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";
    static final String LEFT_OUT = "dead-letter-input-left-out";
    private static final int LONGEST_REASON = 1000;

    static ProducerRecord<String, byte[]> of(
            ConsumerRecord<String, byte[]> record, String service, int tries, Throwable reason) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                Topics.deadLetters(record.topic(), service), null, record.key(), record.value(), record.headers());
        describe(letter.headers(), record, tries, reason);
        return letter;
    }

    /// A letter that fits whatever the input was: it says where the input is.
    static ProducerRecord<String, byte[]> withoutInput(
            ConsumerRecord<String, byte[]> record, String service, int tries, Throwable reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.deadLetters(record.topic(), service), shown(record.key()), null);
        describe(letter.headers(), record, tries, reason);
        byte[] value = record.value();
        add(letter.headers(), LEFT_OUT, (value == null ? 0 : value.length) + " bytes");
        return letter;
    }

    private static void describe(Headers headers, ConsumerRecord<String, byte[]> record, int tries, Throwable reason) {
        add(headers, REASON_HEADER, shown(String.valueOf(reason.getMessage() == null ? reason : reason.getMessage())));
        add(headers, "dead-letter-exception-class-name", reason.getClass().getName());
        add(headers, TOPIC, record.topic());
        add(headers, PARTITION, Integer.toString(record.partition()));
        add(headers, OFFSET, Long.toString(record.offset()));
        add(headers, "dead-letter-attempts", Integer.toString(tries));
        add(headers, "dead-letter-time", Instant.now().toString());
    }

    /// Reads a record of a dead-letter topic.
    public static DeadLetter read(ConsumerRecord<String, byte[]> record) {
        return new DeadLetter(
                record.topic(),
                record.offset(),
                record.key(),
                header(record, REASON_HEADER),
                header(record, TOPIC),
                record.value(),
                record.headers().lastHeader(LEFT_OUT) != null);
    }

    /// Where the input was: the same for all services that gave it up.
    static String originalPlace(ConsumerRecord<String, byte[]> letter) {
        return header(letter, TOPIC) + "/" + header(letter, PARTITION) + "@" + header(letter, OFFSET);
    }

    /// A stranger's text, bounded and fit for a terminal.
    public static String shown(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String bounded = text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
        return bounded.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
