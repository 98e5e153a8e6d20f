package org.magicanime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.testkit.numbered.NumberedClip;

/// The queue, worked through by keys and by mouse, and the page of speech. Videos carry the number of each frame.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReviewPageTest {
    private static final int FRAMES = 40;
    /// More than the queue has.
    private static final int ITEMS = 10;
    /// Without preloading it would have to fetch and decode first.
    private static final double LONGEST_UNTIL_PLAYING_MS = 300;
    private static final String QUEUE = "/review?film=" + NumberedFaces.VIDEO;

    private static final String NUMBER = """
            () => {
              const picture = document.createElement('canvas');
              picture.width = picture.height = 512;
              const context = picture.getContext('2d', { willReadFrequently: true });
              context.drawImage(document.querySelector('#queue video'), 0, 0, 512, 512);
              let number = 0;
              for (let bar = 0; bar < 8; bar++) {
                if (context.getImageData((2 * bar + 1) * 32, 128, 1, 1).data[1] > 128) number |= 1 << bar;
              }
              return number;
            }
            """;

    /// Milliseconds from the key to the first picture of the next item.
    private static final String UNTIL_PLAYING = """
            async key => {
              const before = document.querySelector('#queue video');
              const began = performance.now();
              document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
              const video = document.querySelector('#queue video');
              if (video === before) return -1;
              await new Promise(shown => video.requestVideoFrameCallback(shown));
              return performance.now() - began;
            }
            """;

    /// A video without a picture yet may leave out `seeked`.
    private static final String PLAYS = """
            () => {
              const video = document.querySelector('#queue video');
              return !video.paused && video.readyState >= video.HAVE_CURRENT_DATA;
            }
            """;

    private static final String AT_THE_START = """
            () => {
              const video = document.querySelector('#queue video');
              if (video.seeking || video.currentTime === 0) return !video.seeking;
              video.currentTime = 0;
              return false;
            }
            """;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static StateFolder state;
    private static LocalSystem system;
    private static NumberedFaces faces;
    private static NumberedSpeech speech;

    private Visitor visitor;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        state = StateFolder.take(folder.resolve("state"));
        system = LocalSystem.start(state, new CommonOptions(), LocalSystem.Extent.AND_LEDGER_SERVICE, message -> {});
        faces = new NumberedFaces(system, folder);
        faces.tell(List.of(
                NumberedClip.unsteady(512, 512, FRAMES),
                NumberedClip.steady(512, 512, FRAMES),
                NumberedClip.steady(512, 512, FRAMES)));
        speech = new NumberedSpeech(system, folder, faces);
        speech.tell();
    }

    @AfterAll
    static void stop() {
        system.close();
        state.close();
        chromium.close();
    }

    @BeforeEach
    void enter() {
        visitor = new Visitor(chromium, system.http());
        page = visitor.page();
        visitor.awaitService();
        reopen();
        // The ledger hears the speech a moment after the faces, and what was taken back a moment after it was.
        page.waitForCondition(() -> page.request()
                .get("/api/reviews/queue?film=" + NumberedFaces.VIDEO)
                .text()
                .contains("undecided"));
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    /// What a test decided, so that each begins with the same queue.
    private void reopen() {
        for (int face = 0; face < 3; face++) {
            for (String subset : List.of("audio-driven", "face-reenactment")) {
                if (!history(subset, face).equals("[]")) {
                    String params = subset.equals("audio-driven")
                            ? speech.page(face).replaceFirst(".*params=", "")
                            : NumberedFaces.PARAMS;
                    assertThat(page.request()
                                    .post(
                                            "/api/reviews/decisions?decision=open&subset=" + subset + "&id="
                                                    + faces.id(face) + "&params=" + params,
                                            RequestOptions.create())
                                    .status())
                            .isEqualTo(200);
                }
            }
        }
    }

    private String history(String subset, int face) {
        return page.request()
                .get("/api/reviews?subset=" + subset + "&id=" + faces.id(face))
                .text();
    }

    @Test
    void theQueueIsWorkedThroughByKeys() {
        visitor.open(QUEUE);
        assertThat(facts()).containsText(faces.id(1));
        assertThat(facts()).containsText("undecided");
        assertThat(facts()).containsText("sync.score 1.1, has to be at least 1.6");
        page.waitForFunction("() => { const v = document.querySelector('#queue video');"
                + " return v.loop && !v.paused && v.currentTime > 0.2; }");
        Look.at(page, "review");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        Look.at(page, "review-keys");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isHidden();

        page.keyboard().press("a");
        assertThat(facts()).not().containsText("undecided");
        page.waitForCondition(() -> history("audio-driven", 1).contains("\"accepted\""));
        page.keyboard().press("u");
        assertThat(facts()).containsText("undecided");
        assertThat(page.locator("#decided")).hasText("Not decided.");
        page.waitForCondition(() -> history("audio-driven", 1).startsWith("[{")
                && history("audio-driven", 1).replaceFirst("}.*", "").contains("\"open\""));

        page.locator("#reason").fill("a r u j");
        page.keyboard().press("Escape");
        page.keyboard().press("r");
        page.waitForCondition(() -> history("audio-driven", 1).contains("\"a r u j\""));
        page.keyboard().press("k");
        assertThat(page.locator("#decided")).hasText("You rejected it.");
        page.keyboard().press("j");
        assertThat(page.locator("#decided")).hasText("Not decided.");
        for (int i = 0; i < 9; i++) {
            page.keyboard().press("j");
        }
        assertThat(page.getByText("That was the last one.")).isVisible();
        visitor.check();
    }

    @Test
    void theQueueIsWorkedThroughByMouse() {
        visitor.open(QUEUE);
        assertThat(facts()).containsText("undecided");
        button("Reject r").click();
        page.waitForCondition(() -> history("audio-driven", 1).contains("\"rejected\""));
        button("Undo u").click();
        assertThat(facts()).containsText("undecided");
        button("Accept a").click();
        button("Next j").click();
        button("Previous k").click();
        button("Previous k").click();
        assertThat(page.locator("#decided")).hasText("You accepted it.");
        button("Keys ?").click();
        assertThat(page.locator("#help")).isVisible();
        button("Play or pause space").click();
        assertThat((boolean) page.evaluate("() => document.querySelector('#queue video').paused"))
                .isTrue();
        visitor.check();
    }

    @Test
    void eachStepShowsOneFrameFurtherAlsoWhereFramesAreShownUnequallyLong() {
        for (String subset : List.of("audio-driven", "face-reenactment")) {
            visitor.open(QUEUE + "&subset=" + subset);
            goTo(faces.id(0));
            stopAtTheStart();
            for (int frame = 1; frame < FRAMES; frame++) {
                page.keyboard().press(".");
                assertNumber(frame);
            }
            page.keyboard().press(".");
            assertNumber(FRAMES - 1);
            page.keyboard().press(",");
            assertNumber(FRAMES - 2);
        }
        visitor.check();
    }

    /// By equal lengths, twenty steps lead to another frame of this clip.
    @Test
    void stepsWaitForTheTimesOfFrames() {
        List<Route> held = new ArrayList<>();
        page.route(Pattern.compile(".*" + faces.id(0) + ".*name=crop.*"), held::add);
        visitor.open(QUEUE);
        goTo(faces.id(0));
        stopAtTheStart();
        for (int step = 0; step < 20; step++) {
            page.keyboard().press(".");
        }
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        assertNumber(20);
        visitor.check();
    }

    @Test
    void theSpeedChangesAndStaysForTheNextItem() {
        visitor.open(QUEUE);
        assertThat(facts()).containsText("undecided");
        for (double speed : List.of(0.5, 2.0, 1.0, 0.5)) {
            page.keyboard().press("s");
            assertSpeed(speed);
        }
        page.keyboard().press("j");
        assertSpeed(0.5);
        // Speech has nothing that is drawn on it.
        visitor.open(QUEUE + "&subset=face-reenactment");
        assertThat(facts()).containsText("face-reenactment");
        page.keyboard().press("s");
        assertSpeed(0.5);
        String source = "() => document.querySelector('#queue video').src";
        Object plain = page.evaluate(source);
        page.keyboard().press("o");
        assertThat(page.evaluate(source)).isNotEqualTo(plain);
        assertSpeed(0.5);
        visitor.check();
    }

    private void assertSpeed(double speed) {
        page.waitForFunction(
                "speed => [...document.querySelectorAll('#queue video, #queue audio')]"
                        + ".every(each => each.readyState > 0 && each.playbackRate === speed)",
                speed);
    }

    @Test
    void thePictureIsEnlargedAboutThePointer() {
        visitor.open(QUEUE);
        assertThat(facts()).containsText("undecided");
        Locator screen = page.locator("#queue .over");
        BoundingBox small = screen.boundingBox();
        page.mouse().move(small.x + small.width / 4, small.y + small.height / 2);
        for (int zoom : List.of(2, 4, 1)) {
            page.keyboard().press("z");
            BoundingBox picture = page.locator("#queue video").boundingBox();
            assertThat(picture.width).isCloseTo(zoom * small.width, within(1.0));
            assertThat(picture.x + picture.width / 4).isCloseTo(small.x + small.width / 4, within(1.0));
            assertThat(picture.y + picture.height / 2).isCloseTo(small.y + small.height / 2, within(1.0));
            assertThat(screen.boundingBox().width).isCloseTo(small.width, within(1.0));
            if (zoom == 2) {
                Look.at(page, "review-zoom");
            }
        }
        visitor.check();
    }

    /// The first answer is lost on its way, and the second time the service says that it is away.
    @Test
    void whatGotNoAnswerIsToldAgainAndIsThereOnce() {
        List<String> asked = new ArrayList<>();
        page.route(Pattern.compile(".*/api/reviews/decisions.*"), route -> {
            asked.add(route.request().url());
            if (asked.size() == 1) {
                assertThat(route.fetch().status()).isEqualTo(200);
                route.abort();
            } else if (asked.size() == 2) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{\"detail\": \"no broker\"}"));
            } else {
                route.resume();
            }
        });
        visitor.open(QUEUE);
        assertThat(facts()).containsText(faces.id(1));
        int before = decisions();

        page.keyboard().press("a");
        page.keyboard().press("r");

        assertThat(page.locator("#away")).containsText("2 decisions wait to be told");
        assertThat(page.locator("#away")).containsText("no broker");
        assertThat(page.locator("#away")).isEmpty();
        assertThat(asked).hasSize(4);
        assertThat(asked.subList(0, 3).stream().distinct()).hasSize(1);
        assertThat(decisions()).isEqualTo(before + 2);
        assertThat(history("audio-driven", 1)).startsWith("[{").contains("\"accepted\"");
    }

    private int decisions() {
        return (int)
                page.request().get("/api/reviews/decisions.csv").text().lines().count();
    }

    @Test
    void whatIsNotHumanoidIsRejectedByOneKey() {
        visitor.open(QUEUE);
        assertThat(facts()).containsText(faces.id(1));
        page.keyboard().press("h");
        page.waitForCondition(() -> history("audio-driven", 1).contains("\"not-humanoid\""));
        assertThat(history("audio-driven", 1)).contains("\"rejected\"");
    }

    @Test
    void howDifficultAnItemIsIsSaidByOneKeyAndTakenBack() {
        visitor.open(QUEUE);
        assertThat(facts()).containsText(faces.id(1));
        page.keyboard().press("3");
        assertThat(facts()).containsText("hard, as a person said");
        assertThat(page.locator("#decided")).hasText("Not decided.");
        page.waitForCondition(() -> history("audio-driven", 1).contains("\"difficulty\":\"hard\""));
        page.keyboard().press("1");
        assertThat(facts()).containsText("easy, as a person said");
        page.keyboard().press("u");
        assertThat(facts()).containsText("hard, as a person said");
        reopen();
        visitor.open(QUEUE);
        assertThat(facts()).containsText("hard, as a person said");
        button("Medium 2").click();
        assertThat(facts()).containsText("medium, as a person said");
        page.keyboard().press("u");
        page.waitForCondition(() -> history("audio-driven", 1).startsWith("[{")
                && history("audio-driven", 1).replaceFirst("}.*", "").contains("\"hard\""));
    }

    @Test
    void theNextItemPlaysAtOnce() {
        visitor.open(QUEUE);
        assertThat(facts()).containsText("undecided");
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            page.waitForFunction("() => document.querySelector('#queue video').currentTime > 0.1");
            times.add(((Number) page.evaluate(UNTIL_PLAYING, i % 2 == 0 ? "j" : "k")).doubleValue());
        }
        times.sort(null);
        System.err.printf(
                "the next item plays after %.0f ms (median of 10), at most %.0f ms%n", times.get(5), times.get(9));
        assertThat(times.getFirst()).isPositive();
        assertThat(times.get(5)).isLessThan(LONGEST_UNTIL_PLAYING_MS);
    }

    @Test
    void theItemsPageTakesADecisionAndShowsItsHistory() {
        visitor.open(speech.page(1));
        visitor.press("Accept");
        assertThat(page.locator("#content")).containsText("audio-driven: accepted");
        Look.at(page, "item-reviewed");
        visitor.press("Take back");
        assertThat(page.locator("#content")).containsText("what the stage says holds");
        visitor.check();
    }

    @Test
    void thePageOfSpeechDrawsItsCurvesAndPlaysItsSounds() {
        visitor.open(speech.page(0));

        assertThat(page.locator("[data-says=score]"))
                .hasText("Score 2.5, has to be at least 1.6; better than elsewhere in the clip by 0.31, has to be at"
                        + " least 0.0.");
        assertThat(page.locator("[data-says=lag]")).containsText("2/24 s later than the sound, not corrected");
        assertThat(page.locator("[data-says=voice]")).containsText("% of 1.5");
        assertThat(page.locator("[data-shows=wave] path")).hasCount(1);
        assertThat(page.locator("[data-shows=series] path")).hasCount(3);
        assertThat(page.locator("[data-shows=lags] path")).hasCount(1);
        Look.at(page, "item-speech");
        assertThat(page.locator(".sounds audio")).hasCount(3);
        for (Locator player : page.locator(".sounds audio").all()) {
            assertThat(((Number) player.evaluate("""
                            async audio => {
                              audio.muted = true;
                              await audio.play();
                              await new Promise(passes => audio.addEventListener('timeupdate', passes, { once: true }));
                              audio.pause();
                              return audio.duration;
                            }
                            """)).doubleValue()).isBetween(1.59, 1.61);
        }
        visitor.check();
    }

    private void goTo(String id) {
        // Before there is an item, keys lead nowhere.
        assertThat(facts()).containsText("Item");
        for (int i = 0; i < ITEMS && !facts().textContent().contains(id); i++) {
            page.keyboard().press("j");
        }
        assertThat(facts()).containsText(id);
    }

    private Locator facts() {
        return page.locator("#facts");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void stopAtTheStart() {
        page.waitForFunction(PLAYS);
        page.keyboard().press(" ");
        page.waitForFunction(AT_THE_START);
    }

    private void assertNumber(int frame) {
        try {
            page.waitForCondition(() -> shown() == frame);
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "frame " + shown() + " is shown, not " + frame + ", at "
                            + page.evaluate("() => document.querySelector('#queue video').currentTime") + " s",
                    e);
        }
    }

    private int shown() {
        return ((Number) page.evaluate(NUMBER)).intValue();
    }
}
