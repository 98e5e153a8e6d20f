package org.magicanime.ingest.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.magicanime.ingest.Canary;
import org.magicanime.testkit.HandMadeFilm;

/// Rows 12 and 13 of the table in `docs/security.md`: notifications that no store of ours sent.
@QuarkusTest
@QuarkusTestResource(IngestServers.class)
class HostileNotificationsTest {
    private final Bystander bystander = new Bystander(IngestServers.running());

    @AfterEach
    void hangUp() throws Exception {
        bystander.close();
    }

    @Test
    void row12AForeignBucketOrAUrlIsADeadLetterAndNobodyIsAsked() throws Exception {
        try (Canary canary = new Canary()) {
            String url = canary.url("/latest/meta-data");
            Map<String, String> buckets = new LinkedHashMap<>();
            buckets.put("row 12, another bucket", "artifacts");
            buckets.put("row 12, a URL", url);
            buckets.put("row 12, a metadata service", "http://169.254.169.254/latest/meta-data");
            buckets.put("row 12, a climb", "ingest/../artifacts");
            for (Map.Entry<String, String> each : buckets.entrySet()) {
                bystander.say(each.getKey(), Bystander.created(each.getValue(), "x"));
            }
            for (Map.Entry<String, String> each : buckets.entrySet()) {
                ConsumerRecord<String, byte[]> letter = deadLetter(each.getKey());
                assertThat(Bystander.header(letter, "dead-letter-reason"))
                        .contains("policy: ")
                        .doesNotContain(each.getValue());
                assertThat(Bystander.header(letter, "dead-letter-attempts")).isEqualTo("0");
            }
            // A URL as a key is the name of an object that is not there.
            bystander.awaitHandled(bystander.say("row 12, a URL as key", Bystander.created("ingest", url)));

            assertThat(canary.stopAndCount()).isZero();
        }
    }

    @Test
    void row13ANotificationThatCannotBeReadIsADeadLetterAtOnceAndTheNextOneFlows() throws Exception {
        String good = new String(Bystander.created("ingest", "never was"), UTF_8);
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put("row 13, depth", ("{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}").getBytes(UTF_8));
        bad.put("row 13, twice", good.replaceFirst("\\{", "{\"Records\":[],").getBytes(UTF_8));
        bad.put("row 13, types", good.replace("\"ingest\"", "[1]").getBytes(UTF_8));
        bad.put("row 13, version", "{\"version\":9,\"objects\":[]}".getBytes(UTF_8));
        bad.put("row 13, NaN", good.replaceFirst("\\{", "{\"x\":NaN,").getBytes(UTF_8));
        bad.put(
                "row 13, large",
                good.replaceFirst("\\{", "{\"x\":\"" + "a".repeat(70_000) + "\",")
                        .getBytes(UTF_8));
        for (Map.Entry<String, byte[]> each : bad.entrySet()) {
            bystander.say(each.getKey(), each.getValue());
        }
        for (Map.Entry<String, byte[]> each : bad.entrySet()) {
            ConsumerRecord<String, byte[]> letter = deadLetter(each.getKey());
            assertThat(Bystander.header(letter, "dead-letter-attempts"))
                    .as(each.getKey())
                    .isEqualTo("0");
            assertThat(letter.value()).as(each.getKey()).isEqualTo(each.getValue());
        }
        String key = "japan/After row 13/film.mkv";
        bystander.drop(key, HandMadeFilm.ofGreys(32, 32, 5, 1300).bytes());
        bystander.awaitHeard(Bystander.FILMS, 1, Bystander.about(key));
    }

    private ConsumerRecord<String, byte[]> deadLetter(String recordKey) throws Exception {
        return bystander
                .awaitHeard(Bystander.DEAD, 1, Bystander.keyed(recordKey))
                .getFirst();
    }
}
