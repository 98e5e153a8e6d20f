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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.ExtractedRun;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.messaging.DatasetServers;

/// Rules that decide about many items, by programs and on their page, on a real broker and a real database.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class RulesTest {
    @Inject
    LedgerKeeper keeper;

    @Inject
    ManifestReader manifest;

    @TestHTTPResource
    @Nullable
    URI http;

    @Test
    void aRuleSaysWhatItWouldDoDecidesByEventsAndIsTakenBack() throws Exception {
        String film = film(0xE31);
        List<String> faces = faces(film);
        String rule =
                "subset=face-reenactment&decision=rejected&measure=face.turn&side=above&value=0.2&reviewer=ann&film="
                        + film + "&reason=from+the+side";

        JsonNode preview = json("/api/reviews/rules/preview?" + rule);

        assertThat(preview.get("items").asInt()).isEqualTo(faces.size());
        assertThat(preview.get("some")).hasSize(faces.size());
        String id = preview.get("rule").asText();
        assertThat(faces(film)).isEqualTo(faces);
        assertThat(post("/api/reviews/rules?" + rule + "&expected=1").statusCode())
                .isEqualTo(409);
        assertThat(faces(film)).isEqualTo(faces);

        HttpResponse<String> applied = post("/api/reviews/rules?" + rule + "&expected=" + faces.size());

        assertThat(applied.statusCode()).isEqualTo(200);
        assertThat(new ObjectMapper().readTree(applied.body()))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"rule\":\"" + id + "\",\"decided\":" + faces.size() + ",\"left\":0}"));
        assertThat(faces(film)).isEmpty();
        assertThat(told(id))
                .hasSize(faces.size())
                .extracting(ReviewDecided::itemId)
                .containsExactlyInAnyOrderElementsOf(faces);
        assertThat(json("/api/reviews/rules").toString())
                .contains("\"standing\":" + faces.size(), "from the side", "\"reviewer\":\"ann\"");

        assertThat(get("/api/reviews/decisions.csv?reviewer=ann").body())
                .contains(",seen,rule,difficulty\r\n", "," + id + ",\r\n");

        assertThat(post("/api/reviews/rules/undo?reviewer=bob&rule=" + id).statusCode())
                .isEqualTo(404);
        assertThat(post("/api/reviews/rules/undo?reviewer=ann&rule=" + id).statusCode())
                .isEqualTo(200);
        assertThat(faces(film)).isEqualTo(faces);
        assertThat(told(id)).hasSize(2 * faces.size());
    }

    @Test
    void thePageSaysWhatARuleWouldDo() throws Exception {
        String film = film(0xE32);
        int faces = faces(film).size();
        String asked = "/review/rules?subset=face-reenactment&decision=rejected&film=" + film;

        assertThat(get(asked + "&measure=face.turn&side=above&value=0.2").body())
                .contains(
                        "<h2>" + faces + " items</h2>",
                        "Reject all " + faces,
                        "face.turn 0.3",
                        "look at them one by one",
                        "<option>face.turn</option>");
        assertThat(get(asked + "&measure=face.turn&side=below&value=0.2").body())
                .contains("Nobody has to decide about any such item.");
        assertThat(get("/review/rules?subset=face-reenactment&decision=accepted")
                        .body())
                .contains("role=\"alert\">a bulk rule that says nothing");
        assertThat(get(asked + "&measure=face.turn&value=much").body())
                .contains("&#39;much&#39; is no number that face.turn can be held against");
        assertThat(get("/review?subset=face-reenactment&measure=face.turn&side=above&value=0.2")
                        .body())
                .contains("Only face.turn above");
        assertThat(get("/review?look=sample&subset=face-reenactment&measure=face.turn&value=0.2")
                        .body())
                .contains("leave the measured value out");
        assertThat(get("/api/reviews/sample?subset=face-reenactment&measure=face.turn&value=0.2")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/api/reviews/rules/preview?" + "subset=face-reenactment&decision=open&film=" + film)
                        .statusCode())
                .isEqualTo(400);
    }

    private String film(int number) {
        keeper.keep(ExtractedRun.of(CroppedRun.of(RecordedRun.eventsOfFilm(number))).stream()
                .map(RecordedRun::told)
                .toList());
        return "%016x".formatted(number);
    }

    private List<String> faces(String film) {
        List<String> faces = new ArrayList<>();
        manifest.read(row -> {
            if (row.subset().equals("face-reenactment") && row.videoId().equals(film)) {
                faces.add(row.itemId());
            }
        });
        return faces;
    }

    /// What the broker has of a rule.
    private static List<ReviewDecided> told(String rule) {
        return ToldReviews.where(each -> rule.equals(each.rule()));
    }

    private HttpResponse<String> post(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri(path))
                                .header(
                                        "Origin",
                                        "http://" + Objects.requireNonNull(http).getAuthority())
                                .POST(BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private URI uri(String path) {
        return Objects.requireNonNull(http).resolve(path);
    }
}
