package org.magicanime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.testkit.numbered.NumberedClip;

/// Two people, each with a browser of their own, at one queue.
class ReviewersPageTest {
    private static final int FRAMES = 10;
    private static final int FACES = 24;
    private static final String QUEUE = "/review?subset=face-reenactment&film=" + NumberedFaces.VIDEO;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static StateFolder state;
    private static LocalSystem system;

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        state = StateFolder.take(folder.resolve("state"));
        system = LocalSystem.start(state, new CommonOptions(), LocalSystem.Extent.AND_LEDGER_SERVICE, message -> {});
        new NumberedFaces(system, folder)
                .tell(java.util.stream.Stream.generate(() -> NumberedClip.steady(512, 512, FRAMES))
                        .limit(FACES)
                        .toList());
    }

    @AfterAll
    static void stop() {
        system.close();
        state.close();
        chromium.close();
    }

    @Test
    void twoPeopleAreShownDifferentItemsAndTheirDisagreementIsSettledByAThird() {
        try (Visitor ann = person("Ann");
                Visitor bob = person("Bob");
                Visitor cyd = person("Cyd")) {
            ann.open(QUEUE);
            assertThat(facts(ann)).isVisible();
            String anns = item(ann);
            bob.open(QUEUE);
            assertThat(facts(bob)).isVisible();
            String bobs = item(bob);
            assertThat(bobs).isNotEqualTo(anns);
            Look.at(bob.page(), "review-named");

            decide(ann, "a", anns, "Ann");
            // What a person leaves, others get.
            ann.open("/review/people");
            bob.open(QUEUE + "&look=second");
            assertThat(facts(bob)).containsText(anns);
            decide(bob, "r", anns, "Bob");

            cyd.open("/review/people");
            assertThat(cyd.page().locator("main")).containsText("Ann, Bob");
            Look.at(cyd.page(), "review-people");
            cyd.open(QUEUE + "&look=conflict");
            assertThat(facts(cyd)).containsText(anns);
            decide(cyd, "a", anns, "Cyd");
            cyd.open("/review/people");
            assertThat(cyd.page().locator("main")).containsText("There are none.");
            List.of(ann, bob, cyd).forEach(Visitor::check);
        }
    }

    @Test
    void whatOneWantsLookedAtAgainAnotherDecidesAndUndoGivesItBack() {
        try (Visitor dan = person("Dan");
                Visitor eve = person("Eve")) {
            dan.open(QUEUE);
            assertThat(facts(dan)).isVisible();
            String wanted = item(dan);
            dan.page().locator("#reason").fill("whose hand?");
            dan.page().locator("[data-do=again]").click();
            awaitDecision(dan, wanted, "Dan", "look-again");
            assertThat(facts(dan)).not().containsText(wanted);
            dan.open("/review/people");

            eve.open(QUEUE + "&look=again");
            assertThat(facts(eve)).containsText(wanted);
            assertThat(facts(eve)).containsText("Dan: whose hand?");
            Look.at(eve.page(), "review-again");
            eve.page().keyboard().press("a");
            awaitDecision(eve, wanted, "Eve", "accepted");
            eve.page().keyboard().press("u");
            awaitDecision(eve, wanted, "Eve", "open");
            eve.page().keyboard().press("l");
            awaitDecision(eve, wanted, "Eve", "look-again");
            eve.page().keyboard().press("k");
            eve.page().locator("#reason").fill("perhaps hers");
            eve.page().keyboard().press("Escape");
            eve.page().keyboard().press("l");
            awaitReason(eve, wanted, "perhaps hers");
            eve.page().keyboard().press("u");
            // Wanted once before, without a reason.
            awaitReason(eve, wanted, "");
            assertThat(eve.page().locator("#decided")).hasText("You want it looked at again.");
            eve.page().keyboard().press("u");
            awaitDecision(eve, wanted, "Eve", "looked-again");
            assertThat(facts(eve)).containsText("Dan: whose hand?");

            eve.open(eve.page().locator("#facts a").getAttribute("href"));
            assertThat(eve.page().locator("main")).containsText("Dan wants it looked at again: “whose hand?”");
            Look.at(eve.page(), "item-again");
            List.of(dan, eve).forEach(Visitor::check);
        }
    }

    /// Returns when this is the last that the person said of the item.
    private static void awaitDecision(Visitor visitor, String item, String name, String decision) {
        Page page = visitor.page();
        page.waitForCondition(() -> decision.equals(lastOf(name, page, item)));
    }

    /// Returns when Eve's last decision about the item is that it is looked at again, for this reason.
    private static void awaitReason(Visitor visitor, String item, String reason) {
        Page page = visitor.page();
        page.waitForCondition(() -> "look-again".equals(lastOf("Eve", page, item, "decision"))
                && reason.equals(lastOf("Eve", page, item, "reason")));
    }

    private static @Nullable String lastOf(String name, Page page, String item) {
        return lastOf(name, page, item, "decision");
    }

    private static @Nullable String lastOf(String name, Page page, String item, String field) {
        String history = page.request()
                .get("/api/reviews?subset=face-reenactment&id=" + item)
                .text();
        try {
            for (JsonNode each : new ObjectMapper().readTree(history)) {
                if (each.path("reviewer").asText().equals(name)) {
                    return each.path(field).asText("");
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Visitor person(String name) {
        Visitor visitor = new Visitor(chromium, system.http());
        visitor.awaitService();
        visitor.open("/review");
        visitor.page().locator("[name=name]").fill(name);
        visitor.press("Keep");
        assertThat(visitor.page().locator("main")).containsText("You decide as " + name);
        return visitor;
    }

    /// Returns when the item's history tells of the person's decision.
    private static void decide(Visitor visitor, String key, String item, String name) {
        Page page = visitor.page();
        page.keyboard().press(key);
        page.waitForCondition(() -> page.request()
                .get("/api/reviews?subset=face-reenactment&id=" + item)
                .text()
                .contains("\"reviewer\":\"" + name + "\""));
    }

    private static Locator facts(Visitor visitor) {
        return visitor.page().locator("#facts");
    }

    private static String item(Visitor visitor) {
        return visitor.page().locator("#facts a").textContent();
    }
}
