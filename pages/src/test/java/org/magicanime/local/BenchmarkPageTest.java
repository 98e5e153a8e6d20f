package org.magicanime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.numbered.NumberedClip;

/// A person swaps the cases of a benchmark before it is frozen.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BenchmarkPageTest {
    private static final int FRAMES = 6;
    private static final int FACES = 12;
    /// Six Japanese faces, two of each difficulty.
    private static final String ADDRESS = "/benchmark?faces=10&motions=0";

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
        NumberedFaces faces =
                new NumberedFaces(system, folder).measured(new Measure("face.score", 0.9, 0.5, Bound.AT_LEAST));
        NumberedClip clip = NumberedClip.steady(512, 512, FRAMES);
        faces.tell(Stream.generate(() -> clip).limit(FACES).toList());
        List<FrameSpan> shots = IntStream.range(0, FACES)
                .mapToObj(face -> new FrameSpan(face * 100L, (face + 1) * 100L))
                .toList();
        try (MinioArtifactStore store = system.store()) {
            store.put(
                    LocalSystem.ARTIFACTS,
                    ArtifactKeys.ofVideo(NumberedFaces.VIDEO, NumberedFaces.PARAMS, "segments.json"),
                    EventJson.write(Map.of("shots", shots)),
                    "application/json");
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
    void aCaseIsSwappedTakenBackAndGraded() {
        visitor.open(ADDRESS);
        assertThat(page.locator("main")).containsText("6 cases of 12 candidates would be chosen.");
        page.locator("table a", new Page.LocatorOptions().setHasText("face/japan/easy"))
                .click();
        assertThat(page.locator("#cases")).hasText("face/japan/easy: 2 of 2");
        assertThat(cases()).hasCount(2);
        Look.at(page, "benchmark");
        String out = address(cases().first());
        String next = address(others().first());

        cases().first()
                .locator("button", new Locator.LocatorOptions().setHasText("Swap"))
                .click();
        assertThat(cases().locator("a[href='" + out + "']")).hasCount(0);
        assertThat(cases().locator("a[href='" + next + "']")).hasCount(1);
        assertThat(others().locator("a[href='" + out + "']")).hasCount(1);
        Look.at(page, "benchmark-swapped");

        others().locator("button", new Locator.LocatorOptions().setHasText("Allow again"))
                .click();
        assertThat(cases().first().locator("a[href='" + out + "']")).hasCount(1);

        cases().first().locator("select").selectOption("hard");
        cases().first()
                .locator("button", new Locator.LocatorOptions().setHasText("Say so"))
                .click();
        assertThat(cases().locator("a[href='" + out + "']")).hasCount(0);
        visitor.open(ADDRESS + "&stratum=face/japan/hard");
        assertThat(page.locator(".candidates li", new Page.LocatorOptions().setHasText("hard, as a person said")))
                .hasCount(1);
        visitor.open(out);
        assertThat(page.locator("main")).containsText("difficulty: hard");
        visitor.check();
    }

    private Locator cases() {
        return page.locator(".candidates").first().locator("li");
    }

    private Locator others() {
        return page.locator(".candidates").nth(1).locator("li");
    }

    private static String address(Locator item) {
        return item.locator("a").first().getAttribute("href");
    }
}
