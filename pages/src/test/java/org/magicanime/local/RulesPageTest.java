package org.magicanime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.Measure;
import org.magicanime.testkit.numbered.NumberedClip;

/// More faces than one portion has are rejected by a rule, and taken back.
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class RulesPageTest {
    private static final int FRAMES = 6;
    private static final int FILMS = 12;
    private static final int FACES = 20;
    /// The first film's faces are turned as far as the rule allows, all others further.
    private static final int ALL = (FILMS - 1) * FACES;

    private static final double TURN = 0.75;

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
                    .measured(new Measure("face.turn", TURN + film / 64.0, 1.25, Bound.AT_MOST))
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
    void allItemsOfARuleAreRejectedAndTakenBackByClicks() {
        page.waitForCondition(() -> left() == ALL);
        visitor.open("/review/rules");
        page.getByLabel("Subset").selectOption("face-reenactment");
        page.getByLabel("Measured").fill("face.turn");
        page.locator("[name=side]").selectOption("above");
        page.getByLabel("Value").fill("0.75");
        page.getByLabel("Reason").fill("a try");
        button("What would it do?").click();
        assertThat(page.locator("#preview h2")).hasText(ALL + " items");
        assertThat(page.locator("#preview li")).hasCount(12);
        page.locator("#preview img").last().scrollIntoViewIfNeeded();
        Look.at(page, "rules");

        button("Reject all " + ALL).click();
        page.waitForURL("**/review/rules");
        assertThat(row().nth(0)).containsText("rule: face.turn above 0.75, a try");
        assertThat(cells()).hasText(new String[] {ALL + "", ALL + ""});
        page.waitForCondition(() -> left() == 0);
        Look.at(page, "rules-applied");

        button("Take back").click();
        assertThat(cells()).hasText(new String[] {ALL + "", "0"});
        assertThat(button("Take back")).hasCount(0);
        page.waitForCondition(() -> left() == ALL);
        visitor.check();
    }

    @Test
    void aRuleThatCannotBeSaysWhy() {
        visitor.open("/review/rules");
        button("What would it do?").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("say a film, a style, a title or a value");
        visitor.check();
    }

    private Locator row() {
        return page.locator("tbody tr");
    }

    /// Items, and about how many of them the rule still decides.
    private Locator cells() {
        return row().first().locator("td.num");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    /// Faces about which nobody decided, by the service.
    private int left() {
        String answer = page.request()
                .get(
                        "/api/reviews/rules/preview?subset=face-reenactment&decision=rejected&measure=face.turn&side=above&value="
                                + TURN)
                .text();
        return Integer.parseInt(answer.replaceAll(".*\"items\":(\\d+).*", "$1"));
    }
}
