package org.magicanime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.BenchmarkCase;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.numbered.NumberedClip;

/// The whole system scores a method's videos because somebody pressed a button.
@Timeout(value = 6, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvaluationPageTest {
    private static final String VIDEO = "%016x".formatted(0xB02);
    private static final String SELECTION = "0123456789abcdef";
    private static final int SIDE = 256;
    private static final int FRAMES = 6;

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
        system = LocalSystem.start(state, new CommonOptions(), message -> {});
    }

    /// Two cases of the same frames. A method has copied one and left the other out.
    private static void freeze() throws Exception {
        Path film = NumberedClip.steady(SIDE, SIDE, FRAMES).write(Files.createDirectories(folder.resolve("film")));
        try (MinioArtifactStore store = system.store()) {
            store.ensureBucket(LocalSystem.DATASETS);
            List<BenchmarkCase> cases = new ArrayList<>();
            for (int number = 0; number < 2; number++) {
                FrameSpan span = new FrameSpan(number * 10L, number * 10L + FRAMES);
                String id = VIDEO + "-%06d-%06d".formatted(span.first(), span.end());
                ArtifactRef truth = store.put(
                                LocalSystem.DATASETS,
                                ArtifactKeys.ofBenchmarkCase("pressed-1", SELECTION, id, BenchmarkCase.TRUTH),
                                film,
                                "video/mp4")
                        .ref();
                cases.add(new BenchmarkCase(
                        id,
                        BenchmarkKind.MOTION,
                        List.of(BenchmarkTask.IMAGE_TO_VIDEO),
                        VIDEO,
                        Style.JAPAN,
                        "numbered",
                        span,
                        span,
                        new Rational(24, 1),
                        SIDE,
                        SIDE,
                        Difficulty.EASY,
                        Map.of(),
                        Map.of(BenchmarkCase.TRUTH, truth, BenchmarkCase.REFERENCE, truth)));
            }
            store.put(
                    LocalSystem.DATASETS,
                    ArtifactKeys.ofBenchmark("pressed-1", "benchmark.json"),
                    EventJson.write(new Benchmark("pressed-1", SELECTION, Map.of(), Map.of(), cases)),
                    "application/json");
            store.drop(
                    LocalSystem.EVALUATIONS,
                    ArtifactKeys.submissions("copies", "run-1")
                            + cases.getFirst().caseId() + ".mp4",
                    film);
            store.drop(LocalSystem.EVALUATIONS, "copies/run-2/readme.txt", film);
            store.drop(LocalSystem.EVALUATIONS, HostileInputs.PICTURE + "/run/x.mp4", film);
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
    @Order(1)
    void beforeThereIsABenchmarkThePageSaysHowToMakeOne() throws Exception {
        visitor.open("/");
        visitor.click("Evaluations");
        assertThat(page.getByText("No benchmark is frozen yet")).isVisible();
        Look.at(page, "evaluations-none");
        freeze();
    }

    @Test
    @Order(2)
    void aRunWithoutVideosOfCasesSaysSo() {
        visitor.open("/evaluations");
        assertThat(page.getByText("1 folder is not shown")).isVisible();
        assertThat(page.locator("tbody tr")).hasCount(2);
        Look.at(page, "evaluations");
        visitor.click("run-2");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("none of the 1 objects under copies/run-2/");
        assertThat(button("Start the evaluation")).hasCount(0);
        visitor.check();
    }

    @Test
    @Order(3)
    void anEvaluationIsStartedByAButtonAndThePageFollowsItToTheReport() {
        visitor.open("/evaluations");
        visitor.click("run-1");
        assertThat(page.getByText("1 of 2 cases have a video")).isVisible();
        page.locator("summary").click();
        assertThat(page.locator("details code")).hasText(VIDEO + "-000010-000016");
        Look.at(page, "evaluation-before");

        visitor.press("Start the evaluation");
        assertThat(page).hasURL(Pattern.compile("&asked=true&known=0$"));
        page.evaluate("() => { window.__before = true; }");

        assertThat(page.getByText("2 of 2 cases scored")).isVisible();
        assertThat(page.locator("#live pre")).containsText("1 of 2 videos count");
        // Followed, and not loaded again.
        assertThat(page.evaluate("() => window.__before")).isEqualTo(true);
        EvalRequested request =
                EvalRequested.of("pressed-1", "copies", "run-1", BenchmarkTask.IMAGE_TO_VIDEO, "correct");
        assertThat(page.locator(".figures")).containsText(request.evalId());
        Look.at(page, "evaluation-done");
        visitor.check();

        Download csv = page.waitForDownload(() -> page.getByText("report.csv").click());
        assertThat(csv.suggestedFilename()).isEqualTo("report.csv");
        assertThat(csv.path()).content().contains(VIDEO + "-000000-000006", "missing");

        visitor.click("Evaluations on pressed-1");
        assertThat(page.locator("tbody tr").first()).containsText("done");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
