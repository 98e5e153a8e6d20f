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
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.ExtractedRun;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.messaging.DatasetServers;

/// Decisions about items, by people and by programs, on a real broker and a real database.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class ReviewsTest {
    private static final long TWO_SECONDS = 2_000_000_000L;

    @Inject
    LedgerKeeper keeper;

    @Inject
    ManifestReader manifest;

    @TestHTTPResource
    @Nullable
    URI http;

    /// The ids of faces whose speech was kept and of those whose is undecided.
    private record Film(List<String> kept, List<String> undecided) {}

    @Test
    void aPersonAcceptsRejectsAndTakesBackOnTheItemsPage() throws Exception {
        String id = film(0xD01).undecided().getFirst();
        String page = "/item?stage=audio&kind=speech&id=" + id + "&params=" + ExtractedRun.PARAMS_HASH;
        assertThat(get(page).body())
                .contains("what the stage says holds", ">undecided<", "<button name=\"decision\" value=\"accepted\">")
                .doesNotContain("Take back");

        HttpResponse<String> accepted = form("audio-driven", id, "accepted", "it+speaks+%3Cb%3E");

        assertThat(accepted.statusCode()).isEqualTo(303);
        assertThat(accepted.headers().firstValue("Location").orElseThrow()).isEqualTo(page + "#review");
        assertThat(get(page).body())
                .contains("<strong class=\"good\">accepted</strong>", "it speaks &lt;b&gt;", "Take back", " UTC");
        assertThat(inManifest()).contains("audio-driven " + id);

        form("audio-driven", id, "rejected", "");
        form("audio-driven", id, "open", "");

        assertThat(get(page).body()).contains("what the stage says holds", "<td>rejected</td>", "<td>open</td>");
        assertThat(inManifest()).doesNotContain("audio-driven " + id);
        List<ReviewDecided> told = told(id);
        assertThat(told)
                .extracting(ReviewDecided::decision)
                .containsExactly(ReviewDecision.ACCEPTED, ReviewDecision.REJECTED, ReviewDecision.OPEN);
        assertThat(told).extracting(ReviewDecided::decidedAt).isSorted().doesNotHaveDuplicates();
        assertThat(told.getFirst().seen()).isNotEmpty();
        assertThat(told.getFirst().reason()).isEqualTo("it speaks <b>");
    }

    @Test
    void programsDecideAndReadTheHistory() throws Exception {
        String id = film(0xD02).kept().getFirst();

        HttpResponse<String> decided = post(
                "/api/reviews/decisions?subset=face-reenactment&decision=rejected&reason=face-hidden&id=" + id
                        + "&params=" + CroppedRun.PARAMS_HASH,
                "");

        assertThat(decided.statusCode()).isEqualTo(200);
        JsonNode history = json("/api/reviews?subset=face-reenactment&id=" + id);
        assertThat(history).hasSize(1);
        assertThat(history.get(0)).isEqualTo(new ObjectMapper().readTree(decided.body()));
        assertThat(history.get(0).get("reason").asText()).isEqualTo("face-hidden");
        assertThat(inManifest()).doesNotContain("face-reenactment " + id, "audio-driven " + id);
    }

    @Test
    void whoGotNoAnswerAsksAgainAndHasDecidedOnce() throws Exception {
        String id = film(0xD0D).kept().getFirst();
        String rejects = "/api/reviews/decisions?subset=face-reenactment&decision=rejected&id=" + id + "&params="
                + CroppedRun.PARAMS_HASH + "&at=";
        long pressed = System.currentTimeMillis() - 60_000;

        String first = post(rejects + pressed, "").body();
        assertThat(post(rejects + pressed, "").body()).isEqualTo(first);

        assertThat(new ObjectMapper().readTree(first).get("decidedAt").asLong()).isEqualTo(pressed);
        assertThat(told(id)).hasSize(1);

        post(rejects + (pressed + 1), "");
        assertThat(told(id)).hasSize(2);

        // A clock that is an hour fast.
        post(rejects + (System.currentTimeMillis() + 3_600_000), "");
        assertThat(told(id))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.decidedAt()).isLessThanOrEqualTo(System.currentTimeMillis()));
    }

    /// A clock may step back, and a time may have become later by what it replaced.
    @Test
    void whoChangesTheirMindTwiceHasDecidedThreeTimes() throws Exception {
        String id = film(0xD0E).kept().getFirst();
        String decides =
                "/api/reviews/decisions?subset=face-reenactment&id=" + id + "&params=" + CroppedRun.PARAMS_HASH;
        long pressed = System.currentTimeMillis() - 60_000;

        post(decides + "&decision=rejected&at=" + pressed, "");
        post(decides + "&decision=accepted&at=" + (pressed - 10_000), "");
        post(decides + "&decision=rejected&at=" + (pressed - 5_000), "");
        post(decides + "&decision=rejected&reviewer=another&at=" + (pressed - 5_000), "");

        assertThat(told(id))
                .extracting(ReviewDecided::decision)
                .containsExactly(
                        ReviewDecision.REJECTED,
                        ReviewDecision.ACCEPTED,
                        ReviewDecision.REJECTED,
                        ReviewDecision.REJECTED);
        assertThat(told(id)).extracting(ReviewDecided::decidedAt).isSorted();
    }

    @Test
    void aPersonCorrectsACaptionOnTheSpansPageAndTakesItBack() throws Exception {
        film(0xD0C);
        List<ManifestRow> rows = new ArrayList<>();
        manifest.read(rows::add);
        ManifestRow span = rows.stream()
                .filter(row ->
                        row.subset().equals("text-to-video") && row.videoId().equals("%016x".formatted(0xD0C)))
                .findFirst()
                .orElseThrow();
        String params = span.stages().get(1).paramsHash();
        String of = "subset=text-to-video&id=" + span.itemId() + "&params=" + params;

        HttpResponse<String> corrected = post("/review", of + "&decision=captioned&caption=She+waves+%3Cb%3E.");

        assertThat(corrected.statusCode()).isEqualTo(303);
        assertThat(get("/item?stage=keypoint&kind=span&id=" + span.itemId() + "&params=" + params)
                        .body())
                .contains("<p>She waves &lt;b&gt;.</p>", "Take the correction back");
        assertThat(caption(span)).isEqualTo("She waves <b>.");

        assertThat(post("/review", of + "&decision=uncaptioned").statusCode()).isEqualTo(303);

        assertThat(caption(span)).isEqualTo(span.caption());
        assertThat(told(span.itemId()))
                .extracting(ReviewDecided::decision)
                .containsExactly(ReviewDecision.CAPTIONED, ReviewDecision.UNCAPTIONED);
    }

    private @Nullable String caption(ManifestRow span) {
        List<ManifestRow> rows = new ArrayList<>();
        manifest.read(rows::add);
        return rows.stream()
                .filter(row ->
                        row.subset().equals(span.subset()) && row.itemId().equals(span.itemId()))
                .findFirst()
                .orElseThrow()
                .caption();
    }

    @Test
    void whatIsNoDecisionIsSaidAndPagesOfOtherSitesDecideNothing() throws Exception {
        String id = film(0xD03).kept().getFirst();

        assertThat(form("audio-driven", id, "perhaps", "").body()).contains("&#39;perhaps&#39; is no decision");
        assertThat(form("audio-driven", id, "captioned", "").statusCode()).isEqualTo(400);
        assertThat(form("audio-driven", id, "rejected", "x".repeat(501)).statusCode())
                .isEqualTo(400);
        assertThat(form("nothing", id, "accepted", "").statusCode()).isEqualTo(400);
        assertThat(form("audio-driven", id + "0", "accepted", "").statusCode()).isEqualTo(404);
        assertThat(form("audio-driven", "nobody", "accepted", "").statusCode()).isEqualTo(404);
        assertThat(post("/review", "subset=audio-driven&decision=rejected&id=" + id, "http://example.org")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/api/reviews/decisions?subset=audio-driven&id=" + id, "", "http://example.org")
                        .statusCode())
                .isEqualTo(403);
        assertThat(json("/api/reviews?subset=audio-driven&id=" + id)).isEmpty();
        assertThat(get("/api/reviews?subset=none&id=" + id).statusCode()).isEqualTo(400);
        assertThat(get("/review?subset=none").statusCode()).isEqualTo(400);
    }

    @Test
    void theQueueBeginsWithWhatIsUndecidedAndGoesOnWithWhatIsNearAThreshold() throws Exception {
        Film film = film(0xD04);
        String queue = "/api/reviews/queue?film=%016x".formatted(0xD04);

        JsonNode all = json(queue + "&limit=100");

        assertThat(all.get(0).get("outcome").asText()).isEqualTo("undecided");
        assertThat(all.get(0).get("id").asText()).isEqualTo(film.undecided().getFirst());
        assertThat(all.get(0).get("nearest").get("rule").asText()).isEqualTo("sync.score");
        assertThat(all.get(0).get("nearest").get("value").asDouble()).isEqualTo(1.1);
        List<Double> margins = new ArrayList<>();
        for (JsonNode each : all) {
            if (each.get("outcome").asText().equals("kept")) {
                JsonNode margin = each.get("margin");
                margins.add(margin == null || margin.isNull() ? Double.POSITIVE_INFINITY : margin.asDouble());
            }
        }
        assertThat(margins).isSorted();
        assertThat(json(queue + "&limit=1&skip=3").get(0)).isEqualTo(all.get(3));

        form("audio-driven", film.undecided().getFirst(), "accepted", "");
        assertThat(json(queue + "&limit=100")).hasSize(all.size() - 1);
        form("audio-driven", film.undecided().getFirst(), "open", "");
        assertThat(json(queue + "&limit=100")).isEqualTo(all);
        // What is below what was rejected needs no decision.
        post(
                "/api/reviews/decisions?subset=face-reenactment&decision=rejected&id="
                        + film.kept().getFirst() + "&params=" + CroppedRun.PARAMS_HASH,
                "");
        assertThat(json(queue + "&limit=100")).hasSize(all.size() - 2);
        assertThat(json(queue + "&subset=text-to-video")).isNotEmpty();
        assertThat(json(queue + "&title=no+such+film")).isEmpty();
        assertThat(json(queue + "&style=japan")).isEmpty();
        assertThat(get(queue + "&limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void theSpeechOfARejectedFaceLeavesTheManifestWithinTwoSecondsAndComesBack() throws Exception {
        String id = film(0xD05).kept().getFirst();
        assertThat(inManifest()).contains("audio-driven " + id);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", DatasetServers.running().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            // Metadata of the topic, and the service's first record of it.
            tell(producer, id, ReviewDecision.OPEN, 1);
            await(() -> history(id) == 1, 60 * TWO_SECONDS);

            for (int i = 0; i < 5; i++) {
                tell(producer, id, ReviewDecision.REJECTED, 2);
            }
            await(() -> !inManifest().contains("audio-driven " + id), TWO_SECONDS);
            assertThat(inManifest()).doesNotContain("face-reenactment " + id);

            tell(producer, id, ReviewDecision.ACCEPTED, 3);
            await(() -> inManifest().contains("audio-driven " + id), TWO_SECONDS);
            assertThat(history(id)).isEqualTo(3);
        }
    }

    private static void tell(KafkaProducer<String, byte[]> producer, String id, ReviewDecision decision, long at)
            throws Exception {
        ConsumerRecord<String, byte[]> record = RecordedRun.record(new ReviewDecided(
                Subset.FACE_REENACTMENT.videoIdOf(id),
                Subset.FACE_REENACTMENT,
                id,
                "0123456789abcdef",
                decision,
                null,
                null,
                List.of(),
                null,
                at));
        producer.send(new ProducerRecord<>(record.topic(), record.key(), record.value()))
                .get();
    }

    private int history(String id) throws Exception {
        return json("/api/reviews?subset=face-reenactment&id=" + id).size();
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition, long nanos) throws Exception {
        long end = System.nanoTime() + nanos;
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + nanos / 1e9 + " s");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private Film film(int number) {
        List<PipelineEvent> events = ExtractedRun.of(CroppedRun.of(RecordedRun.eventsOfFilm(number)));
        keeper.keep(events.stream().map(RecordedRun::told).toList());
        List<SpeechExtracted> clips = events.stream()
                .filter(SpeechExtracted.class::isInstance)
                .map(SpeechExtracted.class::cast)
                .toList();
        return new Film(
                clips.stream()
                        .flatMap(each -> each.speech().stream())
                        .map(each -> each.face().faceId())
                        .toList(),
                clips.stream()
                        .flatMap(each -> each.undecided().stream())
                        .map(each -> each.face().faceId())
                        .toList());
    }

    private List<String> inManifest() {
        List<String> rows = new ArrayList<>();
        manifest.read(row -> rows.add(row.subset() + " " + row.itemId()));
        return rows;
    }

    private HttpResponse<String> form(String subset, String id, String decision, String reason) throws Exception {
        return post(
                "/review",
                "subset=" + subset + "&id=" + id + "&params=" + ExtractedRun.PARAMS_HASH + "&decision=" + decision
                        + "&reason=" + reason);
    }

    /// What the broker has about an item, in the order in which it was told.
    private List<ReviewDecided> told(String id) {
        return ToldReviews.where(each -> each.itemId().equals(id));
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
