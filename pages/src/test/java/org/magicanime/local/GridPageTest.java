package org.magicanime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.testkit.numbered.NumberedClip;

/// Sixty faces at a time, selected and decided about by mouse and by keys.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class GridPageTest {
    private static final int FRAMES = 6;
    private static final int AT_ONCE = 60;
    /// An event has room for the faces of one clip, and not for so many.
    private static final int FILMS = 3;
    private static final int FACES = 24;
    private static final String GRID = "/review/grid";

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static StateFolder state;
    private static LocalSystem system;

    private Visitor visitor;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        state = StateFolder.take(folder.resolve("state"));
        system = LocalSystem.start(state, new CommonOptions(), LocalSystem.Extent.AND_LEDGER_SERVICE, message -> {});
        NumberedClip clip = NumberedClip.steady(512, 512, FRAMES);
        for (int film = 0; film < FILMS; film++) {
            new NumberedFaces(system, folder.resolve("film" + film), "%016x".formatted(0xFACE0 + film))
                    .tell(Stream.generate(() -> clip).limit(FACES).toList());
        }
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
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void sixtyAreDecidedAboutByMouseAndByKeysAndUndoneAtOnce() {
        visitor.open(GRID);
        assertThat(cells()).hasCount(AT_ONCE);
        assertThat(count()).hasText("60 items, 60 not decided, 0 selected");
        page.keyboard().press("r");
        assertThat(state()).hasText("Select first what is rejected.");

        cells().nth(2).click();
        cells().nth(5).click(new ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(count()).hasText("60 items, 60 not decided, 4 selected");
        Look.at(page, "grid");
        page.locator("#reason").fill("a r u");
        button("Reject selected r").click();
        assertThat(state()).hasText("4 rejected.");
        page.waitForCondition(() -> decisions("rejected") == 4);
        assertThat(page.request().get("/api/reviews/decisions.csv").text()).contains("\"a r u\"");

        page.keyboard().press("*");
        page.keyboard().press("a");
        assertThat(count()).hasText("60 items, 0 not decided, 0 selected");
        page.waitForCondition(() -> decisions("accepted") == AT_ONCE - 4);
        Look.at(page, "grid-decided");
        page.keyboard().press("u");
        assertThat(state()).hasText("56 as before.");
        page.waitForCondition(() -> decisions("open") == AT_ONCE - 4);
        page.keyboard().press("u");
        page.waitForCondition(() -> decisions("open") == AT_ONCE);
        page.keyboard().press("u");
        assertThat(state()).hasText("There is nothing to undo.");
        visitor.check();
    }

    @Test
    void whatIsToBeLookedAtAgainIsSaidOfAllThatAreSelectedAndUndoneAtOnce() {
        visitor.open(GRID);
        assertThat(cells()).hasCount(AT_ONCE);
        page.keyboard().press("l");
        assertThat(state()).hasText("Select first what is to be looked at again.");
        cells().nth(7).click();
        cells().nth(8).click();
        button("Look again at selected l").click();
        assertThat(state()).hasText("2 to be looked at again.");
        assertThat(count()).hasText("60 items, 58 not decided, 0 selected");
        page.waitForCondition(() -> decisions("look-again") == 2);
        Look.at(page, "grid-again");
        page.keyboard().press("u");
        assertThat(state()).hasText("2 as before.");
        assertThat(count()).hasText("60 items, 60 not decided, 0 selected");
        page.waitForCondition(() -> decisions("looked-again") == 2);
        visitor.check();
    }

    @Test
    void theNextOnesAreOthersAndNobodyElseIsShownWhatIsLent() {
        visitor.open(GRID);
        assertThat(cells()).hasCount(AT_ONCE);
        Set<String> seen = new HashSet<>(ids(page));
        try (Visitor other = new Visitor(chromium, system.http())) {
            other.open(GRID);
            assertThat(other.page().locator(".cell")).hasCount(FILMS * FACES - AT_ONCE);
            assertThat(ids(other.page())).doesNotContainAnyElementsOf(seen);
        }
        page.keyboard().press("n");
        assertThat(cells()).hasCount(FILMS * FACES - AT_ONCE);
        assertThat(ids(page)).doesNotContainAnyElementsOf(seen);
        page.keyboard().press("n");
        assertThat(state()).hasText("There is nothing more to look at.");
        visitor.check();
    }

    @Test
    void oneWalksAndSelectsByKeysAndWhatIsUnderThePointerPlays() {
        visitor.open(GRID);
        assertThat(cells().first()).isFocused();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press(" ");
        assertThat(count()).hasText("60 items, 60 not decided, 1 selected");
        assertThat(page.locator(".cell:focus")).hasAttribute("aria-pressed", "true");
        page.keyboard().press("i");
        assertThat(count()).hasText("60 items, 60 not decided, 59 selected");
        page.keyboard().press("Escape");

        cells().nth(7).hover();
        page.waitForFunction("() => { const all = [...document.querySelectorAll('.cell video')];"
                + " return !all[7].paused && all[7].currentTime > 0 && all.filter(v => !v.paused).length === 1; }");
        page.keyboard().press("p");
        page.waitForFunction("() => [...document.querySelectorAll('.cell video')].filter(v => !v.paused).length > 12");
        page.keyboard().press("p");
        page.waitForFunction("() => [...document.querySelectorAll('.cell video')].every(v => v.paused)");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isHidden();
        visitor.check();
    }

    private Locator cells() {
        return page.locator(".cell");
    }

    private Locator count() {
        return page.locator("#count");
    }

    private Locator state() {
        return page.locator("#state");
    }

    private static List<String> ids(Page page) {
        return page.locator(".cell").all().stream()
                .map(cell -> cell.getAttribute("aria-label").replaceFirst(",.*", ""))
                .toList();
    }

    /// How many decisions of a kind were told so far.
    private long decisions(String kind) {
        return page.request()
                .get("/api/reviews/decisions.csv")
                .text()
                .lines()
                .filter(line -> line.contains("," + kind + ","))
                .count();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
