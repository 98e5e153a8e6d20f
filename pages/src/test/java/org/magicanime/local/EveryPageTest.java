package org.magicanime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.local.Fates.Fate;
import org.magicanime.stage.DeadLetters;
import org.magicanime.testkit.drawn.StandardCartoon;

/// Clicks through all pages of the whole system, in which a drawn film and hostile inputs were processed.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageTest {
    private static final Duration LONGEST = Duration.ofMinutes(8);

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static StateFolder state;
    private static LocalSystem system;
    private static Ledger ledger;
    private static HostileInputs hostile;

    private Visitor visitor;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        Path film = folder.resolve("drawn.mp4");
        StandardCartoon.of(1).write(film);
        state = StateFolder.take(folder.resolve("state"));
        system = LocalSystem.start(state, new CommonOptions(), message -> {});
        ledger = new Ledger(system.kafka());
        hostile = new HostileInputs(system, folder);
        hostile.tellRejections();
        List<ObjectOrigin> dropped = new ArrayList<>(hostile.drop());
        try (var store = system.store()) {
            dropped.add(store.drop(LocalSystem.INGEST, "japan/Demo/drawn-film.mp4", film));
        }
        Fates fates = new Fates(ledger, system.lastStage());
        await(() -> dropped.stream().map(fates::of).noneMatch(fate -> fate == Fate.WAITING || fate == Fate.IN_WORK));
        assertThat(dropped.stream().map(fates::of)).containsExactly(Fate.DONE, Fate.REJECTED, Fate.DONE);
        hostile.tellUnreadable();
        DeadLetters letters = new DeadLetters(system.kafka());
        await(() -> letters.list().size() == 3);
    }

    @AfterAll
    static void stop() {
        ledger.close();
        system.close();
        state.close();
        chromium.close();
    }

    @BeforeEach
    void enter() {
        visitor = new Visitor(chromium, system.http());
        page = visitor.page();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            // waits for new events, at most 200 ms
            ledger.readOn();
            if (System.nanoTime() > end) {
                throw new AssertionError("nothing came within " + LONGEST);
            }
        }
    }

    @Test
    @Order(1)
    void filmsAreListedByStyleAndHavePagesOfTheirOwn() {
        visitor.open("/");
        assertThat(page.getByText("Every frame is accounted for.")).isVisible();
        assertThat(page.getByText(HostileInputs.PICTURE).first()).isVisible();
        Look.at(page, "films");

        field("Style").selectOption("japan");
        visitor.press("Show");
        assertThat(page).hasURL(Pattern.compile("style=japan"));
        assertThat(page.locator("tbody").first().getByRole(AriaRole.ROW)).hasCount(1);

        visitor.click("Demo");
        assertThat(page.locator("h1")).hasText("Demo");
        Look.at(page, "film");
        visitor.click("What ingest said of it");
        assertThat(page.locator("h1")).containsText("film");
        Look.at(page, "item-film");
        page.goBack();
        visitor.click("its pose-driven items");
        assertThat(page.locator("tbody tr").first()).containsText("keypoint");

        visitor.open("/");
        visitor.click(HostileInputs.PICTURE);
        assertThat(page.locator("h1")).hasText(HostileInputs.PICTURE);
        Look.at(page, "film-hostile");
        visitor.click("all its items");
        assertThat(page.locator("tbody tr").first()).isVisible();
    }

    @Test
    @Order(2)
    void itemsAreFoundByEachFilterAndGoOn() {
        visitor.open("/");
        visitor.click("Items");
        Look.at(page, "items");
        visitor.click("Next page");
        assertThat(page.locator("tbody tr").first()).isVisible();

        for (String filter : new String[] {"Style", "Subset", "Stage", "Kind", "Outcome"}) {
            visitor.open("/items");
            List<String> options = field(filter).locator("option").allTextContents();
            assertThat(options).hasSizeGreaterThan(2);
            for (String option : options) {
                field(filter).selectOption(option);
                visitor.press("Show");
                assertThat(page.locator("tbody tr").first()).isVisible();
            }
        }
        visitor.open("/items");
        field("Reason").fill("no-character");
        visitor.press("Show");
        assertThat(page.locator("tbody tr").first()).containsText("no-character");
        field("Reason").fill(HostileInputs.PICTURE);
        field("Film").fill(HostileInputs.SCRIPT);
        visitor.press("Show");
        assertThat(field("Reason")).hasValue(HostileInputs.PICTURE);
        assertThat(page.getByText("None.")).isVisible();
    }

    private Locator field(String label) {
        Page.GetByRoleOptions named = new Page.GetByRoleOptions().setName(label).setExact(true);
        return page.getByRole(AriaRole.COMBOBOX, named).or(page.getByRole(AriaRole.TEXTBOX, named));
    }

    @Test
    @Order(3)
    void aClipPlaysFromAnyPlaceAndLeadsToItsSpans() {
        visitor.open("/items?stage=segment&kind=clip&outcome=kept&style=japan");
        page.locator("tbody a").first().click();
        visitor.check();
        Look.at(page, "item-clip");
        PlayedVideo.play(page.locator("video").first(), visitor);

        page.locator("summary").click();
        assertThat(page.locator("details pre")).isVisible();
        Look.at(page, "item-clip-open");

        visitor.open("/items?stage=keypoint&kind=span&outcome=kept&style=japan");
        page.locator("tbody a").first().click();
        visitor.check();
        Look.at(page, "item-span");
        for (Locator video : page.locator("video").all()) {
            PlayedVideo.play(video, visitor);
        }
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Made from"))
                .getByRole(AriaRole.LINK)
                .last()
                .click();
        visitor.check();
        assertThat(page.locator("h1")).containsText("clip");
    }

    @Test
    @Order(4)
    void anItemThatWasRejectedShowsWhatStrangersWroteAsText() {
        visitor.open("/items?outcome=rejected&kind=object");
        page.locator("tbody a").first().click();
        visitor.check();
        assertThat(page.locator("h1")).containsText("<img src=x onerror=");
        assertThat(page.locator("p.bad")).containsText(HostileInputs.SCRIPT);
        page.locator("summary").click();
        assertThat(page.locator("details pre")).containsText(HostileInputs.SCRIPT);
        Look.at(page, "item-hostile");

        visitor.open("/items?stage=keypoint&outcome=rejected&style=japan");
        page.locator("tbody a").first().click();
        visitor.check();
        Look.at(page, "item-rejected");
    }

    @Test
    @Order(5)
    void theDataSetHasNumbersAndVersions() {
        visitor.open("/");
        visitor.click("Data set");
        assertThat(page.getByText("There is none.")).isVisible();
        assertThat(page.request()
                        .post("/api/datasets/first?unfinished=true", RequestOptions.create())
                        .status())
                .isEqualTo(201);
        page.reload();
        visitor.check();
        assertThat(page.getByRole(
                        AriaRole.CELL,
                        new Page.GetByRoleOptions().setName("first").setExact(true)))
                .isVisible();
        Look.at(page, "statistics");
        // Not by clicks: a browser saves some of them, and asks for an icon of its own beside those that it shows.
        for (Locator link : page.locator("main a").all()) {
            assertThat(page.request().get(link.getAttribute("href")).status()).isEqualTo(200);
        }
    }

    @Test
    @Order(6)
    void thresholdsAreDrawnIntoWhatWasMeasured() {
        visitor.open("/");
        visitor.click("Thresholds");
        assertThat(page.getByText("pose.body-score")).isVisible();
        Look.at(page, "thresholds");

        field("Style").selectOption("japan");
        visitor.press("Show");
        assertThat(page).hasURL(Pattern.compile("style=japan"));
        assertThat(page.locator(".threshold svg").first()).isVisible();
        field("Film").fill(HostileInputs.SCRIPT);
        visitor.press("Show");
        assertThat(page.getByText("Nothing was measured yet.")).isVisible();

        visitor.open("/items?stage=keypoint&kind=span&outcome=kept&style=japan");
        page.locator("tbody a").first().click();
        assertThat(page.getByText("pose.shift")).isVisible();
        visitor.click("The same of all items");
        assertThat(page).hasURL(Pattern.compile("/thresholds\\?film=[0-9a-f]{16}$"));
    }

    @Test
    @Order(7)
    void topicsAreShownLive() {
        visitor.open("/");
        visitor.click("Topics");
        assertThat(page.locator("#live tbody tr").first()).isVisible();
        assertThat(page.getByText("Free disk of the broker")).isVisible();
        // It hears films and what people decide; and whoever was at work has said so by now.
        assertThat(page.getByRole(
                        AriaRole.CELL,
                        new Page.GetByRoleOptions().setName("segment").setExact(true)))
                .hasCount(3);
        Look.at(page, "topics");
        awaitChange("live");
        visitor.check();
    }

    /// Without being asked for again, since a new page would not have what the old one noted.
    private void awaitChange(String id) {
        page.evaluate("id => { window.__before = document.getElementById(id).innerHTML; }", id);
        page.waitForFunction("id => document.getElementById(id).innerHTML !== window.__before", id);
        assertThat(page.evaluate("() => typeof window.__before")).isEqualTo("string");
    }

    @Test
    @Order(8)
    void deadLettersAreReadAndPutBack() {
        visitor.open("/topics");
        visitor.click("dead letters");
        assertThat(page.locator("article")).hasCount(3);
        assertThat(page.getByText(HostileInputs.SCRIPT).first()).isVisible();
        Look.at(page, "dead-letters");

        visitor.press("Put all back");
        assertThat(page).hasURL(Pattern.compile("/dead-letters$"));
        DeadLetters letters = new DeadLetters(system.kafka());
        // They are as unreadable as before.
        await(() -> letters.list().size() == 3);
        page.reload();
        visitor.check();
        assertThat(page.locator("article")).hasCount(3);
    }

    @Test
    @Order(9)
    void everythingIsReachedByTheKeyboardAndSeenToBe() {
        for (String path :
                new String[] {"/", "/items", "/statistics", "/evaluations", "/thresholds", "/topics", "/dead-letters"
                }) {
            visitor.open(path);
            page.keyboard().press("Tab");
            Locator skip = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the content"));
            assertThat(skip).isFocused();
            assertThat(skip).isInViewport();
            List<?> faults = (List<?>) page.evaluate("""
                    () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')]
                      .filter(e => e.tabIndex < 0).map(e => e.outerHTML)
                    """);
            assertThat(faults).describedAs("out of the keyboard's reach").isEmpty();
            int stops = (int)
                    page.evaluate(
                            "() => document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary').length");
            for (int stop = 1; stop < Math.min(stops, 40); stop++) {
                page.keyboard().press("Tab");
                assertThat(page.evaluate("""
                        () => {
                          const e = document.activeElement, s = getComputedStyle(e);
                          return e !== document.body && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
                        }
                        """))
                        .describedAs("stop " + stop + " of " + path)
                        .isEqualTo(true);
            }
        }
        visitor.open("/items");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("() => document.activeElement.closest('main') !== null"))
                .isEqualTo(true);
    }

    @Test
    @Order(10)
    void whereOthersReachThemPagesAskForATokenAndWorkTheSame() throws Exception {
        try (GuardedService guarded = new GuardedService(system, folder);
                Visitor stranger = new Visitor(chromium, guarded.http())) {
            page = stranger.page();
            stranger.awaitService();
            stranger.open("/items?stage=segment&kind=clip&outcome=kept&style=japan");
            assertThat(page.locator("h1")).hasText("Log in");
            Look.at(page, "login");

            page.getByLabel("Token").fill("wrong");
            stranger.pressExpecting("Log in", 401);
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("This token is wrong. It may have been exchanged.");
            Look.at(page, "login-wrong");

            page.getByLabel("Token").fill(guarded.token());
            stranger.press("Log in");
            assertThat(page).hasURL(Pattern.compile("/items\\?stage=segment&kind=clip&outcome=kept&style=japan$"));
            page.locator("tbody a").first().click();
            PlayedVideo.play(page.locator("video").first(), stranger);
            String file = page.locator("video").first().getAttribute("src");
            assertThat(page.request().get(file).headersArray())
                    .filteredOn(header -> header.name.equalsIgnoreCase("Cache-Control"))
                    .singleElement()
                    .satisfies(header -> assertThat(header.value).startsWith("private"));
            Look.at(page, "item-logged-in");
            stranger.click("Topics");
            awaitChange("live");
            stranger.click("dead letters");
            assertThat(page.context().cookies()).singleElement().satisfies(cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.value).doesNotContain(guarded.token());
            });

            stranger.press("Log out");
            assertThat(page.locator("h1")).hasText("Log in");
            stranger.open("/statistics");
            assertThat(page.locator("h1")).hasText("Log in");
        }
    }
}
