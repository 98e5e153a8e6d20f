package org.magicanime.dataset.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.PointCorrection;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.PointedRun;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.messaging.DatasetServers;
import org.magicanime.stage.EventJson;

/// Points that people correct, on a real broker, a real database and a real store.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class CorrectionsTest {
    private static final String API = "/api/reviews/corrections?";

    @Inject
    LedgerKeeper keeper;

    @Inject
    ManifestReader manifest;

    @Inject
    ArtifactStore store;

    @TestHTTPResource
    @Nullable
    URI http;

    @Test
    void whatAPersonCorrectedIsReadBackBitByBitBesideWhatWasEstimated() throws Exception {
        ManifestRow span = row(0xC0E1, "pose-driven");
        float[] estimated = points(span, "keypoints");
        // Numbers that a decimal fraction of a few digits would not carry.
        float third = 100f / 3;
        float small = Math.nextUp(0.1f);
        String edits =
                "[{\"frame\":2,\"origin\":\"by-hand\",\"values\":[9,%s,%s,%s, 10,0,0,0]},".formatted(third, 20.5, small)
                        + "{\"frame\":3,\"origin\":\"interpolated\",\"values\":[9,1e-3,99999.5,1]}]";

        HttpResponse<String> answer =
                correct(span, "pose-driven", "{\"edits\":" + edits + "}", "&reason=wrist&reviewer=Ann");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ReviewDecided decided = EventJson.read(answer.body().getBytes(UTF_8), ReviewDecided.class);
        PointCorrection correction = Objects.requireNonNull(decided.correction());
        assertThat(decided.decision()).isEqualTo(ReviewDecision.CORRECTED);
        assertThat(decided.reviewer()).isEqualTo("Ann");
        assertThat(decided.reason()).isEqualTo("wrist");
        assertThat(decided.seen()).contains(ref(span, "keypoints").sha256());
        float[] expected = estimated.clone();
        put(expected, 2, 9, third, 20.5f, small);
        put(expected, 2, 10, 0, 0, 0);
        put(expected, 3, 9, 1e-3f, 99999.5f, 1);
        assertThat(PointedRun.read(store, correction.points()).shape())
                .containsExactly((int) span.frames(), PointedRun.KEYPOINTS, 3);
        assertThat(PointedRun.read(store, correction.points()).values()).containsExactly(expected);
        assertThat(points(span, "keypoints")).containsExactly(estimated);
        String provenance = text(correction.provenance());
        assertThat(new ObjectMapper().readTree(provenance))
                .isEqualTo(new ObjectMapper()
                        .readTree(
                                ("{\"itemId\":\"%s\",\"estimated\":\"%s\",\"frames\":%d,\"points\":133,\"corrected\":["
                                                + "{\"frame\":2,\"number\":%d,\"origins\":{\"by-hand\":[9,10]}},"
                                                + "{\"frame\":3,\"number\":%d,\"origins\":{\"interpolated\":[9]}}]}")
                                        .formatted(
                                                span.itemId(),
                                                ref(span, "keypoints").sha256(),
                                                span.frames(),
                                                span.span().first() + 2,
                                                span.span().first() + 3)));
        assertThat(artifacts("pose-driven", span.itemId())
                        .containsAll(List.of(correction.points(), correction.provenance(), ref(span, "keypoints"))))
                .isTrue();

        assertThat(EventJson.read(
                                correct(span, "pose-driven", "{\"edits\":" + edits + "}", "")
                                        .body()
                                        .getBytes(UTF_8),
                                ReviewDecided.class)
                        .correction())
                .as("the same correction again is there already")
                .isEqualTo(correction);
    }

    @Test
    void aCorrectionIsTakenBackAndItsItemSaysSo() throws Exception {
        ManifestRow face = row(0xC0E2, "face-reenactment");
        String page = "/item?stage=face-crop&kind=face&id=" + face.itemId() + "&params=" + CroppedRun.PARAMS_HASH;
        assertThat(get(page).body()).contains("Correct the points").doesNotContain("a person did");
        String one = "{\"edits\":[{\"frame\":0,\"origin\":\"by-hand\",\"values\":[30,7,8,1]}]}";
        assertThat(correct(face, "face-reenactment", one, "").statusCode()).isEqualTo(200);

        assertThat(get(page).body()).contains("a person did", "landmarks-corrected", "<td>corrected</td>");
        String file = "/file?stage=face-crop&kind=face&id=" + face.itemId() + "&params=" + CroppedRun.PARAMS_HASH
                + "&name=landmarks-corrected";
        assertThat(get(file).headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(get("/correct" + page.substring("/item".length())).body())
                .contains("Correct the landmarks", "data-layout=\"landmarks\"", "landmarks-provenance");

        assertThat(post("/api/reviews/decisions?decision=uncorrected&" + of(face, "face-reenactment"), "", origin())
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(page).body()).contains("<td>uncorrected</td>").doesNotContain("a person did");
        assertThat(artifacts("face-reenactment", face.itemId()))
                .noneMatch(each -> each.key().contains("/review/"));
    }

    @Test
    void whoBeganWithOtherPointsIsToldSoInsteadOfUndoingWhatSomebodyElseDid() throws Exception {
        ManifestRow span = row(0xC0E3, "pose-driven");
        String estimated = ref(span, "keypoints").sha256();
        String body = "{\"base\":\"%s\",\"edits\":[{\"frame\":0,\"origin\":\"by-hand\",\"values\":[%d,7,8,1]}]}";
        HttpResponse<String> first = correct(span, "pose-driven", body.formatted(estimated, 1), "");
        assertThat(first.statusCode()).isEqualTo(200);

        HttpResponse<String> late = correct(span, "pose-driven", body.formatted(estimated, 2), "");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("meanwhile");
        String now = new ObjectMapper()
                .readTree(first.body())
                .at("/correction/points/sha256")
                .asText();
        assertThat(correct(span, "pose-driven", body.formatted(now, 2), "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatCannotBeIsRefusedAndPagesOfOtherSitesCorrectNothing() throws Exception {
        ManifestRow span = row(0xC0E4, "pose-driven");
        String good = "{\"edits\":[{\"frame\":0,\"origin\":\"by-hand\",\"values\":[0,7,8,1]}]}";
        for (String bad : new String[] {
            "",
            "[]",
            "{}",
            "{\"edits\":[]}",
            "{\"edits\":[{\"frame\":0,\"values\":[0,7,8,1]}]}",
            good.replace("by-hand", "estimated"),
            good.replace("[0,", "[133,"),
            good.replace("\"frame\":0", "\"frame\":" + span.frames()),
            good.replace("8,1]", "8,2]"),
            good.replace("[0,7", "[0,1e9")
        }) {
            assertThat(correct(span, "pose-driven", bad, "").statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(correct(span, "image-to-video", good, "").statusCode()).isEqualTo(400);
        assertThat(correct(span, "nothing", good, "").statusCode()).isEqualTo(400);
        assertThat(post(API + of(span, "pose-driven") + "0", good, origin()).statusCode())
                .isEqualTo(404);
        assertThat(post(API + of(span, "pose-driven"), good, "http://example.org")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/correct?stage=segment&kind=clip&id=" + span.clipId() + "&params="
                                + span.stages().getFirst().paramsHash())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/reviews?subset=pose-driven&id=" + span.itemId()).body())
                .isEqualTo("[]");
    }

    /// The first item of a subset of a film that the ledger hears of.
    private ManifestRow row(int film, String subset) {
        keeper.keep(PointedRun.of(CroppedRun.of(RecordedRun.eventsOfFilm(film)), store).stream()
                .map(RecordedRun::told)
                .toList());
        return rows().stream()
                .filter(row -> row.subset().equals(subset) && row.videoId().equals("%016x".formatted(film)))
                .findFirst()
                .orElseThrow();
    }

    private List<ManifestRow> rows() {
        List<ManifestRow> rows = new ArrayList<>();
        manifest.read(rows::add);
        return rows;
    }

    private List<ArtifactRef> artifacts(String subset, String itemId) {
        return rows().stream()
                .filter(row -> row.subset().equals(subset) && row.itemId().equals(itemId))
                .flatMap(row -> row.artifacts().values().stream())
                .toList();
    }

    private static ArtifactRef ref(ManifestRow row, String name) {
        return Objects.requireNonNull(row.artifacts().get(name));
    }

    private float[] points(ManifestRow row, String name) {
        return PointedRun.read(store, ref(row, name)).values();
    }

    private String text(ArtifactRef ref) {
        return new String(store.find(ref.bucket(), ref.key(), 1 << 20).orElseThrow(), UTF_8);
    }

    private static void put(float[] values, int frame, int point, float x, float y, float confidence) {
        int start = (frame * PointedRun.KEYPOINTS + point) * 3;
        values[start] = x;
        values[start + 1] = y;
        values[start + 2] = confidence;
    }

    private static String of(ManifestRow row, String subset) {
        return "subset=" + subset + "&id=" + row.itemId() + "&params="
                + row.stages().getLast().paramsHash();
    }

    private HttpResponse<String> correct(ManifestRow row, String subset, String body, String more) throws Exception {
        return post(API + of(row, subset) + more, body, origin());
    }

    private String origin() {
        return "http://" + Objects.requireNonNull(http).getAuthority();
    }

    private HttpResponse<String> post(String path, String body, String origin) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(Objects.requireNonNull(http).resolve(path))
                                .header("Content-Type", "application/json")
                                .header("Origin", origin)
                                .POST(BodyPublishers.ofString(body, UTF_8))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(Objects.requireNonNull(http).resolve(path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
