package org.magicanime.dataset.web;

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
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.dataset.ManifestTable;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.messaging.DatasetServers;

/// Versions over HTTP, in the whole service. Other tests' films are in the ledger, too.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class VersionsTest {
    @TempDir
    Path folder;

    @Inject
    LedgerKeeper keeper;

    @Inject
    ArtifactStore store;

    @TestHTTPResource
    @Nullable
    URI http;

    @Test
    void aVersionStaysAsItWasWhateverIsToldLater() throws Exception {
        tell(0xF01);
        byte[] lines = get("/api/datasets/current/manifest.jsonl").body();

        HttpResponse<byte[]> frozen = post("/api/datasets/first-1.0_a?unfinished=true", null);
        assertThat(frozen.statusCode()).isEqualTo(201);
        assertThat(post("/api/datasets/first-1.0_a?unfinished=true", null).statusCode())
                .isEqualTo(200);
        tell(0xF02);

        HttpResponse<byte[]> jsonl = get("/api/datasets/first-1.0_a/manifest.jsonl");
        assertThat(jsonl.body()).isEqualTo(lines);
        assertThat(jsonl.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        JsonNode version = new ObjectMapper().readTree(frozen.body());
        assertThat(jsonl.headers().firstValue("ETag"))
                .hasValue('"' + version.get("lines").get("sha256").asText() + '"');
        Path table = Files.write(
                folder.resolve("manifest.parquet"),
                get("/api/datasets/first-1.0_a/manifest.parquet").body());
        assertThat(ManifestTable.lines(table))
                .isEqualTo(new String(lines, java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .toList());
        assertProblem(post("/api/datasets/first-1.0_a?unfinished=true", null), 409, "Choose another name");
        JsonNode listed = new ObjectMapper().readTree(get("/api/datasets").body());
        assertThat(listed).anySatisfy(each -> {
            assertThat(each.get("name").asText()).isEqualTo("first-1.0_a");
            assertThat(each.get("version")).isEqualTo(version);
        });
    }

    @Test
    void thePageListsVersionsAlsoThoseThatAreDamaged() throws Exception {
        tell(0xF03);
        post("/api/datasets/shown?unfinished=true", null);
        store.put("datasets", "versions/hurt/version.json", new byte[] {'x'}, "application/json");

        String page = new String(get("/statistics").body(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(page).contains("href=\"/api/datasets/shown/manifest.parquet\"", "hurt", "damaged");
        assertThat(page).doesNotContain("/api/datasets/hurt/");
        assertProblem(get("/api/datasets/hurt/manifest.jsonl"), 500, "dataset verify hurt");
        store.delete("datasets", "versions/hurt/version.json");
    }

    @Test
    void namesThatCannotBeAndPagesOfOtherSitesAreRefused() throws Exception {
        assertProblem(post("/api/datasets/current", null), 400, "'current'");
        assertProblem(post("/api/datasets/V1", null), 400, "lower-case");
        assertProblem(get("/api/datasets/none/manifest.jsonl"), 404, "no version");
        assertProblem(get("/api/datasets/None/manifest.parquet"), 404, "no version");
        assertProblem(post("/api/datasets/other?unfinished=true", "http://example.org"), 403, "its own machine");
        assertProblem(post("/api/datasets/other?unfinished=true", "null"), 403, "its own machine");
        assertThat(new String(get("/api/datasets").body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("\"other\"");
    }

    @Test
    void filmsInFlightAreNotFrozenByThemselves() throws Exception {
        keeper.keep(List.of(RecordedRun.told(RecordedRun.eventsOfFilm(0xF04).getFirst())));

        assertProblem(post("/api/datasets/hasty", null), 409, "in flight");

        tell(0xF04);
    }

    private void tell(int number) {
        keeper.keep(
                RecordedRun.eventsOfFilm(number).stream().map(RecordedRun::told).toList());
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String words) {
        String body = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).describedAs(body).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(body).contains(words);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<byte[]> post(String path, @Nullable String origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody());
        if (origin != null) {
            request.header("Origin", origin);
        }
        return send(request);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private URI uri(String path) {
        return Objects.requireNonNull(http).resolve(path);
    }
}
