package org.magicanime.dataset.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.messaging.DatasetServers;
import org.magicanime.stage.EventJson;

/// The cases that a benchmark would have, and a person who swaps them, on a real broker, database and store.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class BenchmarkPagesTest {
    private static final String RULES = "faces=0&motions=18&perTitle=100&seed=1";
    private static final String PROPOSAL = "/api/benchmarks/proposal?" + RULES;
    private static final int NUMBER = 0xE51;

    @Inject
    LedgerKeeper keeper;

    @Inject
    ManifestReader manifest;

    @Inject
    ArtifactStore store;

    @Inject
    StoreConfig config;

    @TestHTTPResource
    @Nullable
    URI http;

    /// A film whose clips are a shot each.
    @BeforeEach
    void tell() {
        List<PipelineEvent> events = CroppedRun.of(RecordedRun.eventsOfFilm(NUMBER)).stream()
                .map(BenchmarkPagesTest::inChina)
                .toList();
        keeper.keep(events.stream().map(RecordedRun::told).toList());
        List<ClipCut> clips = events.stream()
                .filter(ClipCut.class::isInstance)
                .map(ClipCut.class::cast)
                .toList();
        List<FrameSpan> shots = clips.stream().map(ClipCut::span).toList();
        ClipCut first = clips.getFirst();
        store.ensureBucket(config.artifactsBucket());
        store.put(
                config.artifactsBucket(),
                ArtifactKeys.ofVideo(first.videoId(), first.paramsHash(), "segments.json"),
                EventJson.write(Map.of("shots", shots)),
                "application/json");
    }

    private static PipelineEvent inChina(PipelineEvent event) {
        String json = new String(EventJson.write(event), UTF_8).replace("\"style\":\"unknown\"", "\"style\":\"china\"");
        return EventJson.readEvent(json.getBytes(UTF_8), event.getClass());
    }

    @Test
    void aSwappedCaseGivesItsPlaceToTheNextOneUntilThatIsTakenBack() throws Exception {
        List<String> before = cases();
        JsonNode stratum = withOthers();
        JsonNode out = stratum.get("cases").get(0);
        JsonNode next = stratum.get("others").get(0);

        HttpResponse<String> swapped = decide(stratum, out, "excluded");

        assertThat(swapped.statusCode()).isEqualTo(303);
        assertThat(swapped.headers().firstValue("Location").orElseThrow())
                .isEqualTo("/benchmark?" + RULES + "&stratum="
                        + stratum.get("stratum").asText().replace("/", "%2F") + "#cases");
        List<String> after = new ArrayList<>(before);
        after.remove(id(out));
        after.add(id(next));
        assertThat(cases()).containsExactlyInAnyOrderElementsOf(after);
        assertThat(ToldReviews.where(each -> each.itemId().equals(id(out))))
                .extracting(each -> each.decision().toString())
                .containsExactly("excluded");
        assertThat(inManifest(id(out))).isEqualTo("excluded");
        String page = get("/benchmark?" + RULES + "&stratum="
                        + stratum.get("stratum").asText())
                .body();
        assertThat(page).contains(id(next), "Allow again", "--faces 0 --motions 18 --per-title 100");

        assertThat(decide(stratum, out, "eligible").statusCode()).isEqualTo(303);
        assertThat(cases()).isEqualTo(before);
        assertThat(inManifest(id(out))).isEmpty();
    }

    @Test
    void whatIsTakenIsACaseAndWhatIsGradedIsOneOfThatDifficulty() throws Exception {
        JsonNode stratum = withOthers();
        JsonNode wanted = stratum.get("others").get(0);

        assertThat(decide(stratum, wanted, "preferred").statusCode()).isEqualTo(303);

        assertThat(cases()).contains(id(wanted));

        String[] name = stratum.get("stratum").asText().split("/");
        String other = name[2].equals("hard") ? "easy" : "hard";
        assertThat(decide(stratum, wanted, "graded&difficulty=" + other).statusCode())
                .isEqualTo(303);

        JsonNode moved = find("motion/china/" + other);
        assertThat(moved.get("cases").get(0).get("id").asText()).isEqualTo(id(wanted));
        assertThat(moved.get("cases").get(0).get("graded").asText()).isEqualTo(other);
        assertThat(decide(stratum, wanted, "ungraded").statusCode()).isEqualTo(303);
        assertThat(decide(stratum, wanted, "eligible").statusCode()).isEqualTo(303);
        assertThat(withOthers().get("others").get(0)).isEqualTo(wanted);
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhy() throws Exception {
        assertThat(get("/benchmark?perTitle=0").statusCode()).isEqualTo(400);
        assertThat(get("/api/benchmarks/proposal?faces=-1").statusCode()).isEqualTo(400);
        assertThat(get("/api/benchmarks/proposal?motions=1000000").body()).contains("at most 100000");
        assertThat(get("/benchmark?faces=0&motions=0").body()).contains("None is asked for.");
        assertThat(get("/benchmark?" + RULES).body())
                .contains(withOthers().get("cases").get(0).get("id").asText());
        HttpResponse<String> unknown = get("/benchmark?" + RULES + "&stratum=motion/mars/hard");
        assertThat(unknown.statusCode()).isEqualTo(404);
        JsonNode stratum = withOthers();
        JsonNode one = stratum.get("cases").get(0);
        int told = ToldReviews.where(each -> each.itemId().equals(id(one))).size();
        HttpResponse<String> refused = decide(stratum, one, "graded");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("role=\"alert\">Nothing was decided: ", "difficulty must be there");
        assertThat(decide(stratum, one, "graded&difficulty=awful").statusCode()).isEqualTo(400);
        assertThat(ToldReviews.where(each -> each.itemId().equals(id(one)))).hasSize(told);
    }

    private static String id(JsonNode row) {
        return row.get("id").asText();
    }

    private List<String> cases() throws Exception {
        List<String> ids = new ArrayList<>();
        for (JsonNode stratum : proposal()) {
            stratum.get("cases").forEach(each -> ids.add(id(each)));
        }
        return ids;
    }

    /// The first stratum with a case and another candidate.
    private JsonNode withOthers() throws Exception {
        for (JsonNode each : proposal()) {
            if (!each.get("cases").isEmpty() && !each.get("others").isEmpty()) {
                return each;
            }
        }
        throw new AssertionError("no stratum has a case and others: " + proposal());
    }

    private JsonNode find(String stratum) throws Exception {
        for (JsonNode each : proposal()) {
            if (each.get("stratum").asText().equals(stratum)) {
                return each;
            }
        }
        throw new AssertionError("there is no stratum " + stratum);
    }

    private JsonNode proposal() throws Exception {
        HttpResponse<String> answer = get(PROPOSAL);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private String inManifest(String id) {
        List<String> words = new ArrayList<>();
        manifest.read(row -> {
            if (row.itemId().equals(id) && row.benchmark() != null) {
                words.add(row.benchmark());
            }
        });
        return String.join(" ", words);
    }

    private HttpResponse<String> decide(JsonNode stratum, JsonNode item, String decision) throws Exception {
        String form = "subset=" + item.get("subset").asText() + "&id=" + id(item) + "&params="
                + item.get("params").asText() + "&decision=" + decision;
        return send(HttpRequest.newBuilder(uri("/benchmark?" + RULES + "&stratum="
                        + stratum.get("stratum").asText()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", uri("").toString())
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private URI uri(String path) {
        String root = Objects.requireNonNull(http).toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
    }
}
