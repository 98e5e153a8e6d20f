package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.HeardEvents;
import org.magicanime.testkit.numbered.NumberedClip;

/// A person who decides five times a second, for as long as the queue has items.
@Timeout(value = 9, unit = TimeUnit.MINUTES)
class ManyDecisionsPageTest {
    private static final int FRAMES = 6;
    /// An event has room for the faces of one clip, and not for so many.
    private static final int FILMS = 25;

    private static final int FACES = 20;
    private static final int ALL = FILMS * FACES;
    private static final int FILMS_BESIDE_KILLS = 5;
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

    /// What the page says of decisions that wait.
    private static final String LISTEN = """
            () => {
              globalThis.said = [];
              const away = document.querySelector('#away');
              new MutationObserver(() => said.push(away.textContent)).observe(away, { childList: true });
            }
            """;

    @TempDir
    static Path folder;

    @Test
    void fiveHundredDecisionsAtFiveASecondAreAllThereOnce() throws Exception {
        withQueue(FILMS, (system, visitor) -> {
            List<ReviewDecided> told = decideAll(system, visitor, ALL);
            assertThat(told).hasSize(ALL);
            visitor.check();
        });
    }

    /// Decisions wait in the page, and are told again with the time at which the key was pressed.
    @Test
    void decisionsWhileTheServiceIsKilledAreAllThereOnce() throws Exception {
        withQueue(FILMS_BESIDE_KILLS, (system, visitor) -> {
            try (ExecutorService killing = Executors.newSingleThreadExecutor()) {
                visitor.page().evaluate(LISTEN);
                Future<?> kills = killing.submit(() -> kill(system, List.of(15, 40, 70)));

                decideAll(system, visitor, FILMS_BESIDE_KILLS * FACES);

                kills.get();
                assertThat((List<?>) visitor.page().evaluate("said"))
                        .anySatisfy(said -> assertThat(said.toString()).contains("wait to be told"));
                assertThat(visitor.page().locator("#away").textContent()).isEmpty();
            }
        });
    }

    private interface Use {
        void of(LocalSystem system, Visitor visitor) throws Exception;
    }

    private static void withQueue(int films, Use use) throws Exception {
        Path own = Files.createTempDirectory(folder, "run");
        try (Chromium chromium = new Chromium();
                StateFolder state = StateFolder.take(own.resolve("state"));
                LocalSystem system = LocalSystem.start(
                        state, new CommonOptions(), LocalSystem.Extent.AND_LEDGER_SERVICE, message -> {})) {
            NumberedClip clip = NumberedClip.steady(512, 512, FRAMES);
            for (int film = 0; film < films; film++) {
                new NumberedFaces(system, own.resolve("film" + film), "%016x".formatted(0xFACE0 + film))
                        .tell(Stream.generate(() -> clip).limit(FACES).toList());
            }
            try (Visitor visitor = new Visitor(chromium, system.http())) {
                visitor.awaitService();
                visitor.open("/review?subset=face-reenactment");
                use.of(system, visitor);
            }
        }
    }

    /// Presses the keys and waits until the ledger has each decision once.
    ///
    /// @return what was told, each event once
    private static List<ReviewDecided> decideAll(LocalSystem system, Visitor visitor, int all) {
        Page page = visitor.page();
        List<?> done = (List<?>) page.evaluate(FIVE_A_SECOND, all);

        System.out.printf("%s keys, no item was shown at %s, %s ms%n", done.get(0), done.get(1), done.get(2));
        assertThat(done.get(0)).isEqualTo(all);
        page.waitForCondition(() -> decided(page).size() == all, new WaitForConditionOptions().setTimeout(MOST_MILLIS));
        assertThat(decided(page)).doesNotHaveDuplicates();
        List<ReviewDecided> told = told(system.kafka());
        System.out.printf(
                "%d records, %d events%n", told.size(), Set.copyOf(told).size());
        List<ReviewDecided> once = told.stream().distinct().toList();
        assertThat(once)
                .extracting(ReviewDecided::itemId)
                .doesNotHaveDuplicates()
                .hasSize(all);
        assertThat(once.stream().filter(each -> each.decision() == ReviewDecision.REJECTED))
                .hasSize(all / 5);
        return told;
    }

    /// Kills the service each time the ledger has so many decisions.
    private static void kill(LocalSystem system, List<Integer> counts) {
        for (int count : counts) {
            await(() -> decisions(system) >= count);
            ProcessHandle service = ProcessHandle.current()
                    .descendants()
                    .filter(each -> each.info().commandLine().orElse("").contains("quarkus-run.jar"))
                    .findFirst()
                    .orElseThrow();
            service.destroyForcibly();
            await(() -> !service.isAlive());
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted() || System.nanoTime() > end) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /// @return -1 while the service is away
    private static long decisions(LocalSystem system) {
        try (InputStream csv =
                system.http().resolve("/api/reviews/decisions.csv").toURL().openStream()) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .count()
                    - 1;
        } catch (IOException e) {
            return -1;
        }
    }

    /// Items, one for each decision that the ledger has.
    private static List<String> decided(Page page) {
        try {
            return page.request()
                    .get("/api/reviews/decisions.csv")
                    .text()
                    .lines()
                    .skip(1)
                    .map(line -> line.replaceFirst(".*?([0-9a-f]{16}(-[0-9]{6,}){2}-f[0-9]+).*", "$1"))
                    .toList();
        } catch (PlaywrightException e) {
            // While it starts again.
            return List.of();
        }
    }

    private static List<ReviewDecided> told(String broker) {
        return HeardEvents.soFar(broker, "review.decided.v1").stream()
                .map(each -> EventJson.readEvent(each.value(), ReviewDecided.class))
                .toList();
    }
}
