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
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.messaging.DatasetServers;

/// Several people at one queue, on a real broker and a real database.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class ReviewersTest {
    @Inject
    LedgerKeeper keeper;

    @Inject
    ManifestReader manifest;

    @TestHTTPResource
    @Nullable
    URI http;

    @Test
    void whatIsLentToOneIsShownToNobodyElse() throws Exception {
        String film = film(0xE01);
        List<String> all = ids(get("/api/reviews/queue?limit=100&film=" + film));

        List<String> anns = ids(lend(film, "the-first-loan-of-ann", 4));
        List<String> bobs = ids(lend(film, "the-first-loan-of-bob", 4));
        List<String> more = ids(lend(film, "the-second-loan-of-ann", 2));

        assertThat(anns).isEqualTo(all.subList(0, 4));
        assertThat(bobs).isEqualTo(all.subList(4, 8));
        assertThat(more).isEqualTo(all.subList(8, 10));

        String both = "?borrower=the-first-loan-of-ann&borrower=the-second-loan-of-ann";
        assertThat(post("/api/reviews/loans/renewed" + both).statusCode()).isEqualTo(204);
        assertThat(ids(lend(film, "the-second-loan-of-bob", 1))).isEqualTo(all.subList(10, 11));
        assertThat(post("/api/reviews/loans/ended" + both).statusCode()).isEqualTo(204);

        assertThat(ids(lend(film, "the-third-loan-of-bob", 5)))
                .containsExactly(anns.get(0), anns.get(1), anns.get(2), anns.get(3), more.getFirst());
        JsonNode held = new ObjectMapper()
                .readTree(lend(film, "the-loan-of-who-grades", 1).body())
                .get(0);
        assertThat(decide(held, "graded", "cyd&difficulty=easy").statusCode()).isEqualTo(200);
        assertThat(ids(lend(film, "the-loan-of-somebody-else", 1))).doesNotContain(id(held));
        assertThat(post("/api/reviews/loans?borrower=x").statusCode()).isEqualTo(400);
        assertThat(lend(film, "the-fourth-loan-of-bob", 101).statusCode()).isEqualTo(400);
    }

    @Test
    void peopleWhoWorkAtTheSameTimeDecideEachItemOnce() throws Exception {
        String film = film(0xE02);
        Set<String> all = new HashSet<>(ids(get("/api/reviews/queue?limit=100&film=" + film)));
        List<Callable<List<String>>> people = new ArrayList<>();
        for (String name : List.of("ann", "bob", "cyd")) {
            people.add(() -> work(film, name));
        }
        List<String> decided = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(people.size())) {
            for (Future<List<String>> each : pool.invokeAll(people)) {
                decided.addAll(each.get());
            }
        }

        assertThat(decided).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        assertThat(ids(get("/api/reviews/queue?limit=100&film=" + film))).isEmpty();
    }

    /// Two items at a time, until there are none.
    private List<String> work(String film, String name) throws Exception {
        List<String> decided = new ArrayList<>();
        while (true) {
            HttpResponse<String> lent = lend(film, "the-loan-" + decided.size() + "-of-" + name, 2);
            JsonNode items = new ObjectMapper().readTree(lent.body());
            if (items.isEmpty()) {
                return decided;
            }
            for (JsonNode each : items) {
                decided.add(id(each));
                assertThat(decide(each, "accepted", name).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void twoWhoDisagreeAreAConflictThatAThirdSettlesInTheQueue() throws Exception {
        String film = film(0xE03);
        JsonNode face =
                json("/api/reviews/queue?subset=face-reenactment&film=" + film).get(0);
        String id = face.get("id").asText();
        String second = "/api/reviews/queue?look=second&subset=face-reenactment&film=" + film;
        String conflict = "/api/reviews/queue?look=conflict&subset=face-reenactment&film=" + film;

        decide(face, "accepted", "ann");

        assertThat(ids(get(second + "&reviewer=ann"))).isEmpty();
        assertThat(ids(get(second + "&reviewer=bob"))).containsExactly(id(face));

        decide(face, "rejected", "bob");

        assertThat(inManifest()).doesNotContain("face-reenactment " + id);
        assertThat(ids(get(second + "&reviewer=cyd"))).isEmpty();
        assertThat(ids(get(conflict + "&reviewer=bob"))).isEmpty();
        assertThat(ids(get(conflict + "&reviewer=cyd"))).containsExactly(id(face));
        assertThat(get(page(face)).body()).contains("people disagree, until another one decides");
        assertThat(get("/review/people").body()).contains(id, "ann, bob");

        decide(face, "accepted", "cyd");

        assertThat(inManifest()).contains("face-reenactment " + id);
        assertThat(ids(get(conflict + "&reviewer=dan"))).isEmpty();
        JsonNode people = json("/api/reviews/people");
        assertThat(people.get("conflicts").toString()).doesNotContain(id);
        JsonNode bob = find(people.get("people"), "name", "bob");
        assertThat(bob.get("overruled").asInt()).isPositive();
    }

    @Test
    void agreementIsShownAndDecisionsAreGivenAsCsv() throws Exception {
        String film = film(0xE04);
        JsonNode items = json("/api/reviews/queue?limit=4&film=" + film);
        for (int i = 0; i < 4; i++) {
            decide(items.get(i), i < 2 ? "accepted" : "rejected", "eve");
            decide(items.get(i), i < 3 ? "accepted" : "rejected", "%3Dfay");
        }

        JsonNode pair = json("/api/reviews/people")
                .get("agreements")
                .valueStream()
                .filter(each -> each.get("pair").get("second").asText().equals("eve"))
                .findFirst()
                .orElseThrow();

        assertThat(pair.get("items").asInt()).isEqualTo(4);
        assertThat(pair.get("kappa").asDouble()).isEqualTo(0.5);
        assertThat(get("/review/people").body()).contains("<td class=\"num\">0.50</td>");
        HttpResponse<String> csv = get("/api/reviews/decisions.csv?reviewer=" + URLEncoder.encode("=fay", UTF_8));
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(5);
        assertThat(csv.body().lines().skip(1))
                .allMatch(line -> line.contains(",\"'=fay\","))
                .allMatch(line -> line.contains("," + film + ","));
    }

    @Test
    void aRandomSampleIsTheSameForEverybodyAndSaysHowManyAreWrong() throws Exception {
        String film = film(0xE06);
        String sample = "&look=sample&subset=face-reenactment&size=4&film=" + film;
        List<String> ids = ids(get("/api/reviews/queue?limit=100" + sample));

        assertThat(ids).hasSize(4);
        assertThat(ids(get("/api/reviews/queue?limit=100" + sample))).isEqualTo(ids);
        assertThat(get("/review?" + sample).body()).contains("none is decided yet");
        JsonNode items = json("/api/reviews/queue?limit=100" + sample);
        decide(items.get(0), "rejected", "ann");
        decide(items.get(1), "accepted", "ann");

        assertThat(ids(get("/api/reviews/queue?limit=100" + sample))).hasSize(2);
        JsonNode estimate = json("/api/reviews/sample?" + sample);
        assertThat(estimate.get("decided").asInt()).isEqualTo(2);
        assertThat(estimate.get("wrong").asInt()).isEqualTo(1);
        assertThat(estimate.get("share").asDouble()).isEqualTo(50);
        assertThat(get("/review?" + sample).body()).contains("2 are decided, and 1 of them wrong: 50.0 %");
        assertThat(get("/review?look=sample").statusCode()).isEqualTo(400);
        assertThat(get("/review?look=sample&subset=pose-driven&size=0").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aClipIsTrimmedToAPartOfIt() throws Exception {
        String film = film(0xE07);
        JsonNode clip =
                json("/api/reviews/queue?subset=image-to-video&film=" + film).get(0);
        String id = clip.get("id").asText();
        long first = clip.get("first").asLong();
        String part = "&first=" + (first + 2) + "&end=" + (first + 9);

        assertThat(decide(clip, "trimmed", "ann" + part).statusCode()).isEqualTo(200);

        JsonNode told = json("/api/reviews?subset=image-to-video&id=" + id).get(0);
        assertThat(told.get("trim").get("span").get("first").asLong()).isEqualTo(first + 2);
        assertThat(told.get("trim").get("source").get("key").asText()).isEqualTo("videos/" + film + "/source");
        assertThat(inManifest()).doesNotContain("image-to-video " + id);
        assertThat(get(page(clip)).body()).contains("frames " + (first + 2) + " to " + (first + 8));
        assertThat(decide(clip, "trimmed", "ann&first=0&end=100000").statusCode())
                .isEqualTo(400);
        assertThat(decide(clip, "trimmed", "ann").statusCode()).isEqualTo(400);
    }

    @Test
    void whoTrimmedIsOverruledByAnotherPartOnly() throws Exception {
        String film = film(0xE08);
        JsonNode clip =
                json("/api/reviews/queue?subset=image-to-video&film=" + film).get(0);
        long first = clip.get("first").asLong();
        String part = "&first=" + (first + 2) + "&end=" + (first + 9);

        decide(clip, "trimmed", "gus" + part);

        assertThat(workOf("gus").get("trimmed").asInt()).isEqualTo(1);
        assertThat(workOf("gus").get("overruled").asInt()).isZero();

        decide(clip, "trimmed", "hal&first=" + (first + 3) + "&end=" + (first + 9));
        decide(clip, "trimmed", "ian" + part);

        assertThat(workOf("gus").get("overruled").asInt()).isZero();
        assertThat(workOf("ian").get("overruled").asInt()).isZero();
        assertThat(workOf("hal").get("overruled").asInt()).isEqualTo(1);
    }

    @Test
    void whatOneWantsLookedAtAgainIsThereForAllUntilAnybodyDecides() throws Exception {
        String film = film(0xE09);
        JsonNode face =
                json("/api/reviews/queue?subset=face-reenactment&film=" + film).get(0);
        String of = "subset=face-reenactment&film=" + film;
        String again = "/api/reviews/queue?look=again&" + of;

        assertThat(decide(face, "looked-again", "ann").statusCode()).isEqualTo(400);
        assertThat(decide(face, "look-again", "ann&reason=a+hand%3F").statusCode())
                .isEqualTo(200);

        assertThat(inManifest()).contains("face-reenactment " + face.get("id").asText());
        assertThat(ids(get("/api/reviews/queue?look=first&" + of))).doesNotContain(id(face));
        JsonNode wanted = json(again + "&reviewer=bob").get(0);
        assertThat(id(wanted)).isEqualTo(id(face));
        assertThat(wanted.get("wishes").get(0).get("reviewer").asText()).isEqualTo("ann");
        assertThat(wanted.get("wishes").get(0).get("reason").asText()).isEqualTo("a hand?");
        assertThat(get(page(face)).body()).contains("<strong>ann</strong> wants it looked at again: “a hand?”");
        assertThat(get("/review?look=again&" + of).statusCode()).isEqualTo(200);
        HttpResponse<String> notHis = decide(face, "looked-again", "bob");
        assertThat(notHis.statusCode()).isEqualTo(400);
        assertThat(notHis.body()).contains("only who wanted");

        assertThat(decide(face, "accepted", "bob").statusCode()).isEqualTo(200);

        assertThat(ids(get(again))).isEmpty();
        assertThat(get(page(face)).body()).doesNotContain("wants it looked at again");
        assertThat(ToldReviews.where(each -> each.itemId().equals(face.get("id").asText())))
                .extracting(each -> each.decision().toString())
                .containsExactly("look-again", "accepted");
    }

    private JsonNode workOf(String name) throws Exception {
        return find(json("/api/reviews/people").get("people"), "name", name);
    }

    @Test
    void aNameIsTypedOnceAndKeptByTheBrowser() throws Exception {
        HttpResponse<String> typed = form("/review/name", "name=" + URLEncoder.encode(" Señor Ü ", UTF_8), "");

        assertThat(typed.statusCode()).isEqualTo(303);
        String cookie = typed.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        String shown = cookie.replaceFirst(";.*", "");
        assertThat(send(HttpRequest.newBuilder(uri("/review")).header("Cookie", shown))
                        .body())
                .contains("You decide as <strong>Señor Ü</strong>");
        String film = film(0xE05);
        JsonNode item = json("/api/reviews/queue?limit=1&film=" + film).get(0);
        form(
                "/review",
                "decision=accepted&subset=" + item.get("subset").asText() + "&id="
                        + item.get("id").asText() + "&params="
                        + item.get("params").asText(),
                shown);
        assertThat(get(page(item)).body()).contains("<td>Señor Ü</td>");

        assertThat(form("/review/name", "name=" + "x".repeat(61), "").statusCode())
                .isEqualTo(400);
        assertThat(form("/review/name", "name=a%00b", "").statusCode()).isEqualTo(400);
        assertThat(form("/review/name", "name=", shown)
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .contains("Max-Age=0");
    }

    private String film(int number) {
        keeper.keep(CroppedRun.of(RecordedRun.eventsOfFilm(number)).stream()
                .map(RecordedRun::told)
                .toList());
        return "%016x".formatted(number);
    }

    private HttpResponse<String> lend(String film, String borrower, int limit) throws Exception {
        return post("/api/reviews/loans?film=" + film + "&borrower=" + borrower + "&limit=" + limit);
    }

    private HttpResponse<String> decide(JsonNode item, String decision, String reviewer) throws Exception {
        return post("/api/reviews/decisions?subset=" + item.get("subset").asText() + "&id="
                + item.get("id").asText() + "&params=" + item.get("params").asText() + "&decision=" + decision
                + "&reviewer=" + reviewer);
    }

    private static String id(JsonNode item) {
        return item.get("subset").asText() + " " + item.get("id").asText();
    }

    private static String page(JsonNode item) {
        return item.get("page").asText();
    }

    private static List<String> ids(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        new ObjectMapper().readTree(answer.body()).forEach(each -> ids.add(id(each)));
        return ids;
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        for (JsonNode each : list) {
            if (each.get(field).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError("there is no " + field + " " + value + " in " + list);
    }

    private List<String> inManifest() {
        List<String> rows = new ArrayList<>();
        manifest.read(row -> rows.add(row.subset() + " " + row.itemId()));
        return rows;
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> post(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> form(String path, String content, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(content, UTF_8));
        return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return Objects.requireNonNull(http).resolve(path);
    }
}
