package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.numbered.NumberedClip;

/// A person who decides five times a second, for as long as the queue has items.
@Timeout(value = 9, unit = TimeUnit.MINUTES)
class ManyDecisionsPageTest {
    private static final int FRAMES = 6;
    /// An event has room for the faces of one clip, and not for so many.
    private static final int FILMS = 25;

    private static final int FACES = 20;
    private static final int ALL = FILMS * FACES;
    private static final double MOST_MILLIS = 300_000;

    /// Presses a key each 200 ms where an item is shown, every fifth time that of a rejection. Gives how often it
    /// pressed, how often no item was shown, and how many milliseconds that took.
    private static final String FIVE_A_SECOND = """
            async all => {
              const began = performance.now();
              let pressed = 0;
              let waited = 0;
              while (pressed < all && performance.now() - began < 240000) {
                await new Promise(then => setTimeout(then, 200));
                if (queue.at < queue.items.length) {
                  const key = pressed % 5 === 4 ? 'r' : 'a';
                  document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
                  pressed++;
                } else {
                  waited++;
                }
              }
              return [pressed, waited, performance.now() - began];
            }
            """;

    @TempDir
    static Path folder;

    @Test
    void fiveHundredDecisionsAtFiveASecondAreAllThereOnce() throws Exception {
        try (Chromium chromium = new Chromium();
                StateFolder state = StateFolder.take(folder.resolve("state"));
                LocalSystem system = LocalSystem.start(
                        state, new CommonOptions(), LocalSystem.Extent.AND_LEDGER_SERVICE, message -> {})) {
            NumberedClip clip = NumberedClip.steady(512, 512, FRAMES);
            for (int film = 0; film < FILMS; film++) {
                new NumberedFaces(system, folder.resolve("film" + film), "%016x".formatted(0xFACE0 + film))
                        .tell(Stream.generate(() -> clip).limit(FACES).toList());
            }
            try (Visitor visitor = new Visitor(chromium, system.http())) {
                Page page = visitor.page();
                visitor.awaitService();
                visitor.open("/review?subset=face-reenactment");

                List<?> done = (List<?>) page.evaluate(FIVE_A_SECOND, ALL);

                System.out.printf("%s keys, no item was shown at %s, %s ms%n", done.get(0), done.get(1), done.get(2));
                assertThat(done.get(0)).isEqualTo(ALL);
                page.waitForCondition(
                        () -> decided(page).size() == ALL, new WaitForConditionOptions().setTimeout(MOST_MILLIS));
                assertThat(decided(page)).doesNotHaveDuplicates();
                List<ReviewDecided> told = told(system.kafka());
                assertThat(told)
                        .extracting(ReviewDecided::itemId)
                        .doesNotHaveDuplicates()
                        .hasSize(ALL);
                assertThat(told.stream()
                                .filter(each -> each.decision().toString().equals("rejected")))
                        .hasSize(ALL / 5);
                visitor.check();
            }
        }
    }

    /// Items, one for each decision that the ledger has.
    private static List<String> decided(Page page) {
        return page.request()
                .get("/api/reviews/decisions.csv")
                .text()
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst(".*?([0-9a-f]{16}(-[0-9]{6,}){2}-f[0-9]+).*", "$1"))
                .toList();
    }

    private static List<ReviewDecided> told(String broker) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("review.decided.v1").stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ReviewDecided> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(100))) {
                    all.add(EventJson.readEvent(each.value(), ReviewDecided.class));
                }
            }
            return all;
        }
    }
}
