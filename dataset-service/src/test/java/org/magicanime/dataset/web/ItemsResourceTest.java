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
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.messaging.DatasetServers;

/// Items, lineage and thresholds by HTTP, on a real database.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class ItemsResourceTest {
    private final List<PipelineEvent> run = RecordedRun.eventsOfFilm(0xA01);
    private final String film = "%016x".formatted(0xA01);

    @Inject
    LedgerKeeper keeper;

    @TestHTTPResource
    @Nullable
    URI http;

    @BeforeEach
    void aFilm() {
        keeper.keep(run.stream().map(RecordedRun::told).toList());
    }

    @Test
    void aSpanLeadsUpToItsFilmAndAFilmDownToItsClips() throws Exception {
        ClipPosed clip = one(ClipPosed.class, each -> !each.spans().isEmpty());
        String span = clip.spans().getFirst().spanId();

        JsonNode found = json("/api/items/keypoint/span/" + span + "?params=" + clip.paramsHash());

        assertThat(ids(found.get("madeFrom"))).containsExactly(film, clip.clipId());
        assertThat(found.get("measures"))
                .hasSize(clip.spans().getFirst().measures().size());
        assertThat(found.get("files").properties()).hasSize(7);
        assertThat(found.get("parameters").get("pose.shift").asText()).isEqualTo("0.03");
        assertThat(found.get("event").get("spanId").asText()).isEqualTo(span);
        JsonNode cut = json("/api/items/segment/clip/" + clip.clipId() + "?params=" + clip.clipParamsHash());
        assertThat(ids(cut.get("made"))).contains(span);
        assertThat(ids(json("/api/items/ingest/film/" + film).get("made")))
                .containsAll(run.stream()
                        .filter(ClipCut.class::isInstance)
                        .map(PipelineEvent::itemId)
                        .toList());
    }

    @Test
    void whatWasDroppedNamesTheTestThatItMissed() throws Exception {
        ItemRejected fade = one(ItemRejected.class, each -> each.code().equals("fade"));

        JsonNode found = json("/api/items/segment/stretch/" + fade.itemId() + "?params=" + fade.paramsHash());

        assertThat(found.get("measures")).hasSize(1);
        assertThat(found.get("measures").get(0).get("rule").asText()).isEqualTo("clip.fade-luma");
    }

    @Test
    void pagesOfTheListFollowEachOther() throws Exception {
        JsonNode first = json("/api/items?film=" + film + "&limit=10");
        JsonNode key = first.get(9).get("key");

        JsonNode second = json("/api/items?film=" + film + "&limit=1000&afterStage="
                + key.get("stage").asText() + "&afterKind=" + key.get("kind").asText() + "&afterId="
                + key.get("itemId").asText() + "&afterParams="
                + key.get("paramsHash").asText());

        assertThat(first).hasSize(10);
        assertThat(StreamSupport.stream(second.spliterator(), false))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(
                        StreamSupport.stream(first.spliterator(), false).toList());
        assertThat(json("/api/items?film=" + film + "&limit=1000")).hasSize(10 + second.size());
    }

    @Test
    void thresholdsAreShownAsNumbersAndAsAPage() throws Exception {
        JsonNode all = json("/api/thresholds?film=" + film);

        JsonNode shift = StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.get("rule").asText().equals("pose.shift"))
                .findFirst()
                .orElseThrow();
        assertThat(shift.get("threshold").asDouble()).isEqualTo(0.03);
        assertThat(shift.get("bound").asText()).isEqualTo("at-most");
        assertThat(shift.get("others")).hasSize(6);
        String page = get("/thresholds?film=" + film).body();
        assertThat(page).contains("pose.shift", "at most 0.03", "class=\"limit\"", "frames kept");
        assertThat(get("/thresholds?film=%3Cscript%3E").body())
                .contains("Nothing was measured")
                .doesNotContain("<script>\"");
    }

    @Test
    void whatCannotBeIsSaidAsAProblem() throws Exception {
        assertProblem("/api/items?limit=0", 400, "it must be 1 to 1000");
        assertProblem("/api/items?kind=dragon", 400, "'dragon' is none of");
        assertProblem("/api/items/segment/dragon/x", 400, "no kind of item");
        assertProblem("/api/items/segment/clip/none", 404, "no such item");
    }

    private void assertProblem(String path, int status, String words) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains(words);
    }

    private <E extends PipelineEvent> E one(Class<E> type, java.util.function.Predicate<E> wanted) {
        return run.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(each -> each.get("key").get("itemId").asText())
                .toList();
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(Objects.requireNonNull(http).resolve(path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
