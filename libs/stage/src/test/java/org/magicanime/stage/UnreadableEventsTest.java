package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.VideoIngested;

/// Events that nobody of ours told (row 13 of the attack table): dead letters at once, with a reason, and what follows
/// them flows.
@QuarkusTest
@QuarkusTestResource(Servers.class)
class UnreadableEventsTest {
    private static final int TEN_MEBIBYTES = 10 << 20;
    private static final long LARGEST_GROWTH = 48L << 20;

    @Inject
    SegmentLikeConsumer service;

    private final VideoIngested good = Films.film(UUID.randomUUID().toString());
    private final String key = UUID.randomUUID().toString();
    private Ear ear;

    @BeforeEach
    void listen() {
        ear = new Ear(Servers.running().bootstrapServers());
    }

    @AfterEach
    void hangUp() {
        ear.close();
    }

    @Test
    void anEventThatCannotBeReadIsADeadLetterAtOnceAndTheNextInputFlows() throws IOException {
        Map<String, byte[]> bad = forms();
        bad.forEach((name, value) -> ear.say(key + name, value));
        long offset = ear.say(good);

        ear.awaitHeard(Ear.RESULTS, 1, record -> good.videoId().equals(record.key()));
        ear.awaitHeard(Ear.DEAD_FILMS, bad.size(), this::isOurs);

        Map<String, String> reasons = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> letter : ear.heard(Ear.DEAD_FILMS, this::isOurs)) {
            String name = letter.key().substring(key.length());
            assertThat(letter.value()).as(name).isEqualTo(bad.get(name));
            assertThat(header(letter, "dead-letter-attempts")).as(name).isEqualTo("0");
            reasons.put(name, header(letter, "dead-letter-reason"));
        }
        assertThat(reasons.keySet()).isEqualTo(bad.keySet());
        assertThat(reasons.get("broken JSON")).contains("end-of-input");
        assertThat(reasons.get("not text")).startsWith("no JSON");
        assertThat(reasons.get("depth 10^4")).contains("nesting");
        assertThat(reasons.get("twice the same field")).contains("Duplicate field");
        assertThat(reasons.get("text for a number")).contains("\"width\"");
        assertThat(reasons.get("a fraction for a whole number")).contains("\"packets\"");
        assertThat(reasons.get("missing field")).contains("labels is missing");
        assertThat(reasons.get("no value")).contains("no value");
        assertThat(reasons.get("not a number")).contains("NaN");
        assertThat(reasons.get("more than a number can be")).contains("durationSeconds");
        assertThat(reasons.get("an event of another topic")).contains("missing");
        assertThat(reasons.get("version 2")).contains("missing");
        assertThat(service.begun()).contains(good.videoId());
        Ear.await("all are acknowledged", () -> ear.committed() == offset + 1);
    }

    private Map<String, byte[]> forms() throws IOException {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(EventJson.write(good));
        String text = json.toString();
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("broken JSON", text.substring(0, text.length() / 2).getBytes(UTF_8));
        forms.put("not text", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        forms.put("depth 10^4", ("{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}").getBytes(UTF_8));
        forms.put(
                "twice the same field",
                text.replaceFirst("\\{", "{\"videoId\":\"x\",").getBytes(UTF_8));
        forms.put(
                "text for a number",
                text.replace("\"width\":320", "\"width\":\"320\"").getBytes(UTF_8));
        forms.put(
                "a fraction for a whole number",
                text.replace("\"packets\":100", "\"packets\":99.5").getBytes(UTF_8));
        forms.put("missing field", json.deepCopy().without("labels").toString().getBytes(UTF_8));
        forms.put("no value", null);
        forms.put("nothing", new byte[0]);
        forms.put(
                "not a number",
                text.replace("\"durationSeconds\":4.0", "\"durationSeconds\":NaN")
                        .getBytes(UTF_8));
        forms.put(
                "more than a number can be",
                text.replace("\"durationSeconds\":4.0", "\"durationSeconds\":1e999")
                        .getBytes(UTF_8));
        forms.put("an event of another topic", EventJson.write(Films.segmented(good)));
        forms.put("version 2", "{\"version\":2,\"film\":{\"id\":\"x\"}}".getBytes(UTF_8));
        return forms;
    }

    @Test
    void anEventOfTenMegabytesIsADeadLetterWithoutItsBytesAndTheHeapStaysAsItWas() throws Exception {
        ear.setTopic(Ear.FILMS, "max.message.bytes", Integer.toString(16 << 20));
        byte[] large = new byte[TEN_MEBIBYTES];
        java.util.Arrays.fill(large, (byte) '[');
        ear.say(key + "warm", large);
        ear.awaitHeard(Ear.DEAD_FILMS, 1, this::isOurs);
        long before = usedHeap();
        for (int i = 0; i < 8; i++) {
            ear.say(key + i, large);
        }
        // Below the limit of the broker, above it with the headers of a dead letter.
        ear.say(key + "edge", new byte[(1 << 20) - 200]);
        ProducerRecord<String, byte[]> headers = new ProducerRecord<>(Ear.FILMS, 0, key + "headers", new byte[1]);
        headers.headers().add("x", new byte[2 << 20]);
        ear.say(headers);
        long offset = ear.say(good);

        ear.awaitHeard(Ear.RESULTS, 1, record -> good.videoId().equals(record.key()));

        assertThat(ear.awaitHeard(Ear.DEAD_FILMS, 11, this::isOurs)).allSatisfy(letter -> {
            assertThat(letter.value()).isNull();
            assertThat(header(letter, "dead-letter-input-left-out")).endsWith(" bytes");
            assertThat(header(letter, "dead-letter-reason")).isNotEmpty().doesNotContain("[[[");
        });
        Ear.await("all are acknowledged", () -> ear.committed() == offset + 1);
        assertThat(usedHeap() - before).isLessThan(LARGEST_GROWTH);

        // What was left out cannot be put back, and does not hold up what can.
        assertThat(new DeadLetters(Servers.running().bootstrapServers()).list())
                .filteredOn(letter -> letter.key() != null && letter.key().startsWith(key))
                .allMatch(DeadLetter::inputLeftOut);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> record) {
        return record.key() != null && record.key().startsWith(key);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
