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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.CharacterId;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceId;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.messaging.DatasetServers;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.HeardEvents;

/// Decisions about characters, by people and by programs, on a real broker and a real database.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class CharactersTest {
    private static final String PARAMS = CroppedRun.PARAMS_HASH;

    @Inject
    LedgerKeeper keeper;

    @TestHTTPResource
    @Nullable
    URI http;

    @Test
    void aPersonMergesAndSplitsAndTakesBack() throws Exception {
        List<String> faces = film(0xC01);
        String first = faces.getFirst();
        String last = faces.getLast();
        assertThat(get(page(first)).body())
                .contains(CharacterId.of(first), "The nearest other characters", "Not the same")
                .doesNotContain("What people decided");

        HttpResponse<String> merged = decide(first, last, "same");

        assertThat(merged.statusCode()).isEqualTo(303);
        String location = merged.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(page(first) + "#character");
        assertThat(get(page(first)).body())
                .contains("Other faces of it: 4", "What people decided", "a confidence of 1 ")
                .doesNotContain("The nearest other characters");
        assertThat(told(last)).extracting(each -> each.verdict().toString()).containsExactly("same");

        assertThat(decide(first, last, "open").statusCode()).isEqualTo(303);
        assertThat(decide(first, faces.get(1), "different").statusCode()).isEqualTo(303);
        String split = get(page(first)).body();
        assertThat(split).contains("The nearest other characters", "<td>different</td>");
        assertThat(characterOf(faces.get(1))).isNotEqualTo(characterOf(first));
        assertThat(characterOf(last)).isNotEqualTo(characterOf(first));
        assertThat(told(last)).extracting(each -> each.verdict().toString()).containsExactly("same", "open");
    }

    @Test
    void whatContradictsIsRefusedWithWordsAndNothingIsTold() throws Exception {
        List<String> faces = film(0xC02);
        decide(faces.get(0), faces.get(1), "same");
        decide(faces.get(1), faces.get(2), "same");

        HttpResponse<String> refused = decide(faces.get(2), faces.get(0), "different");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Nothing was decided: " + faces.get(0) + " and " + faces.get(2)
                        + " were told to be different, but")
                .contains("Take one of these decisions back");
        assertThat(told(faces.get(2))).noneMatch(each -> each.faceId().equals(faces.get(0)));
        HttpResponse<String> program =
                post("/api/characters/decisions?verdict=different&face=" + faces.get(2) + "&other=" + faces.get(0), "");
        assertThat(program.statusCode()).isEqualTo(409);
        assertThat(program.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void programsDecideAndListCharacters() throws Exception {
        List<String> faces = film(0xC03);
        String film = "%016x".formatted(0xC03);
        assertThat(json("/api/characters?film=" + film)).hasSize(2);

        HttpResponse<String> decided = post(
                "/api/characters/decisions?verdict=same&face=" + faces.getLast() + "&other=" + faces.getFirst(), "");

        assertThat(decided.statusCode()).isEqualTo(200);
        assertThat(new ObjectMapper().readTree(decided.body()).get("faceId").asText())
                .isEqualTo(faces.getFirst());
        JsonNode characters = json("/api/characters?film=" + film);
        assertThat(characters).hasSize(1);
        assertThat(characters.get(0).get("faces").asInt()).isEqualTo(5);
        assertThat(json("/api/items?character="
                        + characters.get(0).get("characterId").asText()))
                .hasSize(5);
        assertThat(get("/film?id=" + film).body()).contains("1 characters were found", "5 faces");
        assertThat(get("/items?character=nobody").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNoDecisionIsSaid() throws Exception {
        List<String> faces = film(0xC04);
        String stranger = FaceId.of(FaceId.spanId(faces.getFirst()), 7);

        assertThat(decide(faces.get(0), faces.get(1), "perhaps").body()).contains("&#39;perhaps&#39; is no verdict");
        assertThat(decide(faces.get(0), faces.get(0), "same").statusCode()).isEqualTo(400);
        assertThat(decide(faces.get(0), stranger, "same").statusCode()).isEqualTo(404);
        assertThat(decide("nobody", faces.get(0), "same").statusCode()).isEqualTo(404);
        assertThat(decide(faces.get(0), film(0xC05).getFirst(), "same").body()).contains("within one film");
        assertThat(post("/characters", "face=" + faces.get(0), "http://example.org")
                        .statusCode())
                .isEqualTo(403);
    }

    /// @return its faces, in the order of the film
    private List<String> film(int number) {
        keeper.keep(CroppedRun.of(RecordedRun.eventsOfFilm(number)).stream()
                .map(RecordedRun::told)
                .toList());
        return RecordedRun.eventsOfFilm(number).stream()
                .filter(ClipPosed.class::isInstance)
                .flatMap(event -> ((ClipPosed) event).spans().stream())
                .map(span -> FaceId.of(span.spanId(), 0))
                .sorted()
                .toList();
    }

    private static String page(String face) {
        return "/item?stage=face-crop&kind=face&id=" + face + "&params=" + PARAMS;
    }

    private String characterOf(String face) throws Exception {
        return json("/api/items/face-crop/face/" + face + "?params=" + PARAMS)
                .get("entry")
                .get("character")
                .get("characterId")
                .asText();
    }

    private HttpResponse<String> decide(String face, String other, String verdict) throws Exception {
        return post("/characters", "face=" + face + "&other=" + other + "&verdict=" + verdict + "&params=" + PARAMS);
    }

    /// What the broker has about a face that comes second, in the order in which it was told.
    private List<CharacterDecided> told(String otherFace) {
        return HeardEvents.soFar(DatasetServers.running().bootstrapServers(), "character.decided.v1").stream()
                .map(each -> {
                    CharacterDecided decided = EventJson.readEvent(each.value(), CharacterDecided.class);
                    assertThat(each.key()).isEqualTo(decided.faceId());
                    return decided;
                })
                .filter(each -> each.otherFaceId().equals(otherFace))
                .toList();
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return post(path, form, "http://" + Objects.requireNonNull(http).getAuthority());
    }

    private HttpResponse<String> post(String path, String form, String origin) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri(path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", origin)
                                .POST(BodyPublishers.ofString(form, UTF_8))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return Objects.requireNonNull(http).resolve(path);
    }
}
