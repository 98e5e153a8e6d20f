package org.magicanime.dataset.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.artifact.StoreConfig;
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
import org.magicanime.dataset.domain.evaluation.EvaluationReader;
import org.magicanime.dataset.domain.evaluation.SubmittedRuns;
import org.magicanime.dataset.domain.evaluation.SubmittedRuns.Run;
import org.magicanime.dataset.messaging.DatasetServers;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.HeardEvents;

/// Evaluations that are begun by programs and on pages, on a real broker and a real store. Nobody scores here: what the
/// service of evaluations would keep is put there.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class EvaluationsTest {
    private static final String SELECTION = "0123456789abcdef";
    private static final String VIDEO = "%016x".formatted(0xB01);
    private static final String PARAMS = "00112233aabbccdd";
    private static final String TOPIC = "eval.requested.v1";

    @TempDir
    Path folder;

    @Inject
    ArtifactStore store;

    @Inject
    EvaluationReader reader;

    @Inject
    StoreConfig config;

    @TestHTTPResource
    @Nullable
    URI http;

    @BeforeEach
    void freeze() {
        for (String bucket : List.of("artifacts", "datasets", "evaluations")) {
            store.ensureBucket(bucket);
        }
        List<BenchmarkCase> cases = List.of(
                benchmarkCase(0, BenchmarkTask.IMAGE_TO_VIDEO, BenchmarkTask.POSE_DRIVEN),
                benchmarkCase(1, BenchmarkTask.IMAGE_TO_VIDEO),
                benchmarkCase(2, BenchmarkTask.IMAGE_TO_VIDEO));
        put(
                "datasets",
                ArtifactKeys.ofBenchmark("asked-1", "benchmark.json"),
                EventJson.write(new Benchmark("asked-1", SELECTION, Map.of(), Map.of(), cases)));
        // One that somebody was killed over: it is none.
        put("datasets", ArtifactKeys.ofBenchmark("half-frozen", "inputs.zip"), new byte[] {1});
    }

    @Test
    void aRequestIsToldOnceForAllWaysAndSaysWhatItScores() throws Exception {
        videos("draws-well", "run-1", caseId(0), caseId(2), "of-something-else");
        String asked = "benchmark=asked-1&task=image-to-video&method=draws-well&run=run-1";
        EvalRequested request =
                EvalRequested.of("asked-1", "draws-well", "run-1", BenchmarkTask.IMAGE_TO_VIDEO, "correct");

        JsonNode preview = json(get("/api/evaluations/preview?" + asked), 200);

        assertThat(preview.get("cases").asInt()).isEqualTo(3);
        assertThat(preview.get("missing").toString()).isEqualTo("[\"" + caseId(1) + "\"]");
        assertThat(preview.get("others").asInt()).isEqualTo(1);
        assertThat(told("draws-well")).isEmpty();

        assertThat(json(post("/api/evaluations?" + asked, own()), 202)).isEqualTo(preview);
        assertThat(told("draws-well")).containsExactly(request);
        assertThat(preview.get("request").get("evalId").asText()).isEqualTo(request.evalId());

        HttpResponse<String> again = post("/evaluation?" + asked + "&profile=correct", own());
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location"))
                .hasValue("/evaluation?" + EvaluationParams.query(request) + "&asked=true&known=0");
        assertThat(told("draws-well")).containsExactly(request, request);
        post("/api/evaluations?" + asked + "&profile=paper", own());
        assertThat(told("draws-well"))
                .last()
                .extracting(EvalRequested::profile, EvalRequested::evalId)
                .containsExactly(
                        "paper",
                        EvalRequested.id("asked-1", "draws-well", "run-1", BenchmarkTask.IMAGE_TO_VIDEO, "paper"));
    }

    @Test
    void whatCannotBeEvaluatedIsNotToldAndSaysWhy() throws Exception {
        videos("fails", "run-1", "of-something-else");
        videos("fails", "run-2", caseId(1));
        String run = "method=fails&run=run-1";

        refused("page", "benchmark=none&task=image-to-video&" + run, 404, "no benchmark 'none'", "asked-1");
        refused("page", "benchmark=half-frozen&task=image-to-video&" + run, 404, "no benchmark 'half-frozen'");
        refused(
                "page",
                "benchmark=asked-1&task=image-to-video&method=fails&run=run-9",
                404,
                "nothing under fails/run-9/ in the bucket 'evaluations'");
        refused(
                "page",
                "benchmark=asked-1&task=image-to-video&" + run,
                409,
                "none of the 1 objects under fails/run-1/",
                caseId(0) + ".mp4");
        // Only of another task.
        refused("page", "benchmark=asked-1&task=pose-driven&method=fails&run=run-2", 409, "none of the 1 objects");
        refused(
                "page",
                "benchmark=asked-1&task=audio-driven&" + run,
                409,
                "no case for the task audio-driven",
                "pose-driven");
        refused("problem", "benchmark=asked-1&task=juggling&" + run, 400, "'juggling' is no task", "image-to-video");
        refused(
                "page",
                "benchmark=asked-1&task=image-to-video&profile=kind&" + run,
                400,
                "there is no profile 'kind'",
                "disco-compat");
        refused("problem", "benchmark=asked-1&task=image-to-video&method=..&run=run-1", 400, "lower-case letters");
        refused("problem", "task=image-to-video&" + run, 400, "benchmark");

        assertThat(told("fails")).isEmpty();
    }

    /// By programs and on the page.
    ///
    /// @param onPage what the page answers with: what can be no evaluation has none
    private void refused(String onPage, String asked, int status, String... words) throws Exception {
        for (String path : List.of("/api/evaluations?", "/evaluation?")) {
            HttpResponse<String> answer = post(path + asked, own());
            assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
            String said = answer.body().replace("&#39;", "'");
            assertThat(said).contains(words);
            assertThat(said.contains("role=\"alert\">") ? "page" : "problem")
                    .isEqualTo(path.startsWith("/api") ? "problem" : onPage);
        }
    }

    @Test
    void pagesOfOtherSitesBeginNothing() throws Exception {
        videos("lured", "run-1", caseId(0));
        String asked = "benchmark=asked-1&task=image-to-video&method=lured&run=run-1";

        for (String origin : List.of("http://example.org", "null")) {
            assertThat(post("/api/evaluations?" + asked, origin).statusCode()).isEqualTo(403);
            assertThat(post("/evaluation?" + asked, origin).statusCode()).isEqualTo(403);
        }

        assertThat(told("lured")).isEmpty();
    }

    @Test
    void thePageListsRunsAndWhatBecameOfThem() throws Exception {
        videos("lists", "run-1", caseId(0), caseId(1));
        videos("lists", "run-2", caseId(0), caseId(1), caseId(2));
        // Of strangers, who may call folders what they like.
        drop("Lists <b>/run-1/x.mp4");
        drop("lists/Run 3/x.mp4");
        EvalRequested second =
                EvalRequested.of("asked-1", "lists", "run-2", BenchmarkTask.IMAGE_TO_VIDEO, "disco-compat");
        score(second, caseId(0));

        String page = get("/evaluations?benchmark=asked-1&task=image-to-video&profile=disco-compat&method=lists")
                .body();

        assertThat(page)
                .containsSubsequence(
                        "run=run-1\">run-1</a>",
                        "<td class=\"num\">2</td><td class=\"num\">3</td>",
                        "not evaluated",
                        EvaluationParams.query(second).replace("&", "&amp;"),
                        "<td class=\"num\">3</td><td class=\"num\">3</td>",
                        "1 of 3 cases scored",
                        "1 folder is not shown")
                .doesNotContain("audio-driven", "half-frozen", "Run 3");
        JsonNode choices = json(get("/api/evaluations/choices"), 200);
        assertThat(choices.get("benchmarks").toString()).contains("\"asked-1\"").doesNotContain("half-frozen");
        assertThat(choices.get("profiles").toString()).isEqualTo("[\"correct\",\"disco-compat\",\"paper\"]");
        assertThat(choices.get("submitted").get("unusable").asInt()).isEqualTo(2);
        assertThat(choices.get("submitted").get("runs").toString())
                .contains("{\"method\":\"lists\",\"run\":\"run-1\"},{\"method\":\"lists\",\"run\":\"run-2\"}");
        assertThat(get("/evaluations?benchmark=nowhere").body()).contains("There is no benchmark nowhere.");
        assertThat(reader.runs("lists", 1)).isEqualTo(new SubmittedRuns(List.of(new Run("lists", "run-1")), 1, true));
        assertThat(reader.runs("lists", 2))
                .isEqualTo(new SubmittedRuns(List.of(new Run("lists", "run-1"), new Run("lists", "run-2")), 1, false));
        assertThat(reader.runs("Lists", 2)).isEqualTo(new SubmittedRuns(List.of(), 0, false));
        // Of the first task that it asks, where none is said.
        assertThat(get("/evaluations?benchmark=asked-1").body()).contains("<option selected>image-to-video</option>");
    }

    @Test
    void theEvaluationsPageFollowsItToItsReport() throws Exception {
        videos("followed", "run-1", caseId(0), caseId(1));
        EvalRequested request =
                EvalRequested.of("asked-1", "followed", "run-1", BenchmarkTask.IMAGE_TO_VIDEO, "correct");
        String address = "/evaluation?" + EvaluationParams.query(request);

        assertThat(get(address).body())
                .contains(
                        "It has not begun.",
                        "2 of 3 cases have a video",
                        "<code>" + caseId(2) + "</code>",
                        "Start the evaluation")
                .doesNotContain("live.js");
        assertThat(get(address + "&asked=true").body()).contains("It is asked for", "live.js", "Ask again");

        score(request, caseId(0));
        score(request, caseId(1));
        assertThat(get(address).body()).contains("2 of 3 cases scored", "live.js", "Being scored");
        assertThat(liveOf(request)).contains("2 of 3 cases scored").doesNotContain("data-done");

        score(request, caseId(2));
        Map<String, ArtifactRef> report = report(request);
        assertThat(get(address).body())
                .contains("3 of 3 cases scored", "# followed &lt;b&gt;", "name=report.csv")
                .doesNotContain("live.js");
        assertThat(liveOf(request)).contains("data-done", "name=report.html");
        HttpResponse<String> file = get(
                "/evaluation/report?" + EvaluationParams.query(request) + "&params=" + PARAMS + "&name=report.html");
        assertThat(file.body()).isEqualTo("# followed <b>report.html");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"report.html\"");
        assertThat(file.headers().firstValue("ETag"))
                .hasValue(
                        '"' + Objects.requireNonNull(report.get("report.html")).sha256() + '"');
        assertThat(json(get("/api/evaluations?" + EvaluationParams.query(request)), 200)
                        .get("kept")
                        .get(0)
                        .get("report"))
                .hasSize(5);
        for (String name : List.of("plan.json", "../plan.json", "cases/a.json", "")) {
            assertThat(get("/evaluation/report?" + EvaluationParams.query(request) + "&params=" + PARAMS + "&name="
                                    + name)
                            .statusCode())
                    .isEqualTo(404);
        }
        for (String params : List.of("..", "%2e%2e%2f", "")) {
            assertThat(get("/evaluation/report?" + EvaluationParams.query(request) + "&params=" + params
                                    + "&name=report.md")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsAskedForAgainIsFollowedToItsNextReport() throws Exception {
        videos("again", "run-1", caseId(0), caseId(1), caseId(2));
        EvalRequested request = EvalRequested.of("asked-1", "again", "run-1", BenchmarkTask.IMAGE_TO_VIDEO, "correct");
        // Somebody gave up on this one.
        put("artifacts", ArtifactKeys.ofEvaluationCase(request.evalId(), "00000000000000aa", caseId(0)), new byte[] {1
        });
        report(request);

        String next = post("/evaluation?" + EvaluationParams.query(request), own())
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(next).endsWith("&asked=true&known=1");
        assertThat(get(next).body()).contains("It is asked for again.", "live.js");
        assertThat(liveOf(request, "&asked=true&known=1")).doesNotContain("data-done");
        report(request, "00000000000000bb");
        assertThat(liveOf(request, "&asked=true&known=1")).contains("data-done", "Not finished");
        assertThat(get(next).body()).doesNotContain("It is asked for again.", "live.js");
    }

    @Test
    void noMoreMethodsAreLookedIntoThanRunsAreTold() throws Exception {
        for (String method : List.of("loose-1", "loose-2", "loose-3")) {
            drop(method + "/no-run.mp4");
        }

        SubmittedRuns runs = reader.runs("", 2);

        assertThat(runs.runs()).hasSizeLessThanOrEqualTo(2);
        assertThat(runs.more()).isTrue();
    }

    /// The first thing that the live page would show.
    private String liveOf(EvalRequested request) throws Exception {
        return liveOf(request, "");
    }

    private String liveOf(EvalRequested request, String more) throws Exception {
        HttpResponse<java.io.InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri("/evaluation/live?" + EvaluationParams.query(request) + more))
                                .build(),
                        BodyHandlers.ofInputStream());
        StringBuilder event = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !event.isEmpty()) {
                    break;
                }
                event.append(line);
            }
        }
        return event.toString();
    }

    private void score(EvalRequested request, String caseId) {
        put("artifacts", ArtifactKeys.ofEvaluationCase(request.evalId(), PARAMS, caseId), new byte[] {1});
    }

    private Map<String, ArtifactRef> report(EvalRequested request) {
        return report(request, PARAMS);
    }

    private Map<String, ArtifactRef> report(EvalRequested request, String params) {
        Map<String, ArtifactRef> files = new java.util.TreeMap<>();
        for (String name : List.of("report.csv", "report.html", "report.json", "report.md", "report.tex")) {
            files.put(
                    name,
                    put(
                            "artifacts",
                            ArtifactKeys.ofEvaluation(request.evalId(), params, name),
                            ("# " + request.method() + " <b>" + name).getBytes(UTF_8)));
        }
        return files;
    }

    private void videos(String method, String run, String... names) {
        for (String name : names) {
            put("evaluations", method + "/" + run + "/" + name + ".mp4", new byte[] {1});
        }
    }

    private void drop(String key) throws Exception {
        try (MinioArtifactStore any =
                MinioArtifactStore.connect(new KnownStore(config.endpoint(), config.accessKey(), config.secretKey()))) {
            any.drop("evaluations", key, Files.write(folder.resolve("x"), new byte[] {1}));
        }
    }

    private ArtifactRef put(String bucket, String key, byte[] content) {
        return store.put(bucket, key, content, "application/octet-stream").ref();
    }

    private static String caseId(int number) {
        return VIDEO + "-%06d-%06d".formatted(10 * number, 10 * number + 5);
    }

    private static BenchmarkCase benchmarkCase(int number, BenchmarkTask... tasks) {
        ArtifactRef file = new ArtifactRef("datasets", "benchmarks/asked-1/file", "0".repeat(64), 1, "video/mp4");
        FrameSpan span = new FrameSpan(10L * number, 10L * number + 5);
        return new BenchmarkCase(
                caseId(number),
                BenchmarkKind.MOTION,
                List.of(tasks),
                VIDEO,
                Style.JAPAN,
                "drawn",
                span,
                span,
                new Rational(24, 1),
                320,
                240,
                Difficulty.EASY,
                Map.of(),
                Map.of(BenchmarkCase.TRUTH, file, BenchmarkCase.REFERENCE, file));
    }

    /// What the broker has of a method's requests.
    private static List<EvalRequested> told(String method) {
        return HeardEvents.soFar(DatasetServers.running().bootstrapServers(), TOPIC).stream()
                .map(each -> {
                    EvalRequested request = EventJson.readEvent(each.value(), EvalRequested.class);
                    assertThat(each.key()).isEqualTo(request.evalId());
                    return request;
                })
                .filter(each -> each.method().equals(method))
                .toList();
    }

    private String own() {
        return "http://" + Objects.requireNonNull(http).getAuthority();
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> post(String path, String origin) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).header("Origin", origin).POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    private URI uri(String path) {
        return Objects.requireNonNull(http).resolve(path);
    }
}
