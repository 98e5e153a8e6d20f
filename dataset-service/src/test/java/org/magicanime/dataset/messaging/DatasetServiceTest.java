package org.magicanime.dataset.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.dataset.RecordedRun;

/// The whole service on a real broker and a real database.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class DatasetServiceTest {
    private static final AtomicInteger FILMS = new AtomicInteger(0x1000);
    private static final long LIMIT_NANOS = 60_000_000_000L;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource
    @Nullable
    URI http;

    private final DatasetServers servers = DatasetServers.running();
    private final Teller teller = new Teller(servers.bootstrapServers());

    @AfterEach
    void hangUp() {
        teller.close();
    }

    @Test
    void whatIsToldIsInAccountsAndManifest() throws Exception {
        List<PipelineEvent> film = film();
        long before = films("done");

        teller.tell(film);

        await("the film is done", () -> films("done") == before + 1);
        assertThat(accounts().get("closes").asBoolean()).isTrue();
        HttpResponse<String> manifest = get("/api/datasets/current/manifest.jsonl");
        assertThat(manifest.headers().firstValue("content-type").orElse("")).startsWith("application/x-ndjson");
        assertThat(manifest.body().lines())
                .filteredOn(
                        line -> line.contains("\"videoId\":\"" + film.getFirst().itemId() + "\""))
                .hasSize(18);
    }

    @Test
    void aDatabaseThatIsKilledLosesNothingAndMakesNoDeadLetters() throws Exception {
        long before = films("done");
        List<PipelineEvent> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.addAll(film());
        }
        teller.tell(events.subList(0, 800));
        servers.killDatabase();
        teller.tell(events.subList(800, events.size()));
        await("it was tried again", () -> retries() > 2);

        HttpResponse<String> away = get("/api/accounting");
        assertThat(away.statusCode()).isEqualTo(503);
        assertProblem(away, 503);
        assertProblem(get("/api/datasets/current/manifest.jsonl"), 503);
        assertProblem(get("/api/datasets/current/manifest.parquet"), 503);
        servers.startDatabase();

        await("all films are done", () -> films("done") == before + 60);
        assertThat(accounts().get("closes").asBoolean()).isTrue();
        assertThat(teller.letters())
                .noneMatch(letter -> String.valueOf(letter.key())
                        .startsWith(events.getFirst().itemId()));
    }

    @Test
    void whatIsNoEventIsADeadLetterAndWhatIsBesideItIsNot() throws Exception {
        List<PipelineEvent> film = film();
        long before = films("done");
        String key = film.getFirst().itemId();

        teller.tell("video.ingested.v1", key, "no film".getBytes(UTF_8));
        teller.tell(film);

        await("the film is done", () -> films("done") == before + 1);
        await("there is a dead letter", () -> !letters(key).isEmpty());
        assertThat(letters(key))
                .singleElement()
                .satisfies(letter -> assertThat(reason(letter)).contains("no JSON"));
    }

    @Test
    void anEventThatTheDatabaseRefusesIsFoundAmongOthers() throws Exception {
        List<PipelineEvent> film = film();
        long before = films("done");
        ItemRejected refused = new ItemRejected(
                "%016x".formatted(FILMS.incrementAndGet()),
                incompressibleWord(),
                "odd",
                "odd",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());

        List<PipelineEvent> all = new ArrayList<>(film);
        all.add(7, refused);
        teller.tell(all);

        await("the film is done", () -> films("done") == before + 1);
        await("there is a dead letter", () -> !letters(refused.itemId()).isEmpty());
        assertThat(letters(refused.itemId()))
                .singleElement()
                .satisfies(letter -> assertThat(reason(letter)).contains("index row"));
    }

    @Test
    void aVersionThatNobodyFrozeIsNotThere() throws Exception {
        assertProblem(get("/api/datasets/nobody/manifest.jsonl"), 404);
    }

    @Test
    void pagesOfOtherSitesGetNoAnswer() throws Exception {
        assertThat(status("Host: localhost")).isEqualTo("200");
        assertThat(status("Host: 127.0.0.1:8080")).isEqualTo("200");
        assertThat(status("Host: 127.0.0.1.example.org")).isEqualTo("403");
        assertThat(status("Host: example.org:8080")).isEqualTo("403");
        assertThat(status("Host: localhost\r\nOrigin: http://example.org")).isEqualTo("403");
        assertThat(status("Host: localhost\r\nOrigin: http://localhost")).isEqualTo("200");
    }

    /// By hand, since clients choose these headers themselves.
    private String status(String headers) throws Exception {
        URI service = Objects.requireNonNull(http);
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(("GET /api/statistics HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8).split(" ")[1];
        }
    }

    @Test
    void statisticsAreServedAsTable() throws Exception {
        HttpResponse<String> table = get("/api/statistics.csv");

        assertThat(table.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        assertThat(table.body().lines()).hasSize(21);
    }

    @Test
    void theInterfaceIsDescribed() throws Exception {
        HttpResponse<String> description = get("/q/openapi?format=json");

        JsonNode paths = new ObjectMapper().readTree(description.body()).get("paths");
        assertThat(paths.has("/api/accounting")).isTrue();
        assertThat(paths.has("/api/datasets/{version}/manifest.jsonl")).isTrue();
        assertThat(paths.has("/api/datasets/{version}/manifest.parquet")).isTrue();
        assertThat(paths.get("/api/datasets/{name}").has("post")).isTrue();
    }

    private static List<PipelineEvent> film() {
        return RecordedRun.eventsOfFilm(FILMS.incrementAndGet());
    }

    /// Longer than an index takes, also when it is compressed.
    private static String incompressibleWord() {
        StringBuilder word = new StringBuilder();
        new Random(1).ints(8_000, 'a', 'z' + 1).forEach(letter -> word.append((char) letter));
        return word.toString();
    }

    private List<ConsumerRecord<String, byte[]>> letters(String key) {
        return teller.letters().stream()
                .filter(letter -> key.equals(letter.key()))
                .toList();
    }

    private static String reason(ConsumerRecord<String, byte[]> letter) {
        return new String(letter.headers().lastHeader("dead-letter-reason").value(), UTF_8);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).isNotEmpty();
    }

    private double retries() {
        return metrics.counter("pipeline.retries", "stage", "dataset").count();
    }

    private long films(String state) throws Exception {
        return accounts().get("films").get(state).asLong();
    }

    private JsonNode accounts() throws Exception {
        HttpResponse<String> answer = get("/api/accounting");
        JsonNode accounts = new ObjectMapper().readTree(answer.body());
        return answer.statusCode() == 200
                ? accounts
                : new ObjectMapper().readTree("{\"films\":{\"done\":-1},\"closes\":false}");
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(Objects.requireNonNull(http).resolve(path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
