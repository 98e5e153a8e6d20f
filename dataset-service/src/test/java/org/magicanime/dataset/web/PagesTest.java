package org.magicanime.dataset.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.Heard;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.messaging.DatasetServers;
import org.magicanime.dataset.messaging.HeardReader;

/// Pages and files of the whole service, on a real database and a real store.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class PagesTest {
    private static final String EVIL = "<script>alert(1)</script>\"'&amp;{evil}";

    private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]+)\" rel=\"next\">");
    private static final Pattern FILM = Pattern.compile("href=\"/film\\?[^\"]+\"");
    private static final Pattern ITEM = Pattern.compile("href=\"/item\\?[^\"]+\"");

    @Inject
    LedgerKeeper keeper;

    @Inject
    ArtifactStore store;

    @TestHTTPResource
    @Nullable
    URI http;

    @Test
    void whatAStrangerWroteIsShownAsText() throws Exception {
        int number = 0xE01;
        keeper.keep(film(number, EVIL));

        HttpResponse<String> films = get("/");
        HttpResponse<String> items = get("/items?film=" + "%016x".formatted(number));
        HttpResponse<String> statistics = get("/statistics");
        assertThat(statistics.statusCode()).isEqualTo(200);
        assertThat(statistics.body()).contains("pose-driven", "25,000");

        for (HttpResponse<String> page : List.of(films, items)) {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp;{evil}")
                    .doesNotContain("<script>alert");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe");
        }
        HttpResponse<String> asked = get("/items?code=" + URLEncoder.encode(EVIL, UTF_8));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).doesNotContain("<script>alert");
    }

    @Test
    void aRejectedItemSaysWhyAndWhatWasDropped() throws Exception {
        ItemRejected rejected = new ItemRejected(
                "f00d",
                "ingest",
                "not-a-video",
                "no <video> in it",
                null,
                null,
                new ObjectOrigin("ingest", "x/y/<z>.mp4", "etag"),
                null,
                null,
                null,
                null,
                null,
                Map.of());
        keeper.keep(List.of(RecordedRun.told(rejected)));

        assertThat(get("/item?stage=ingest&kind=object&id=f00d").body())
                .contains("no &lt;video&gt; in it</p>", "ingest/x/y/&lt;z&gt;.mp4</dd>");
        assertThat(get("/").body()).contains("href=\"/items?stage=ingest&amp;outcome=rejected\"");
    }

    @Test
    void charactersThatNobodySeesAreShownAsASign() throws Exception {
        HttpResponse<String> page =
                get("/items?code=" + URLEncoder.encode("gnp.\u202egpj\u2066\u0007\u001b[31m<b>", UTF_8));

        assertThat(page.body()).contains("value=\"gnp.\uFFFDgpj\uFFFD\uFFFD\uFFFD[31m&lt;b&gt;\"");
    }

    @Test
    void anItemsFilesAreGivenInParts() throws Exception {
        int number = 0xE02;
        List<Heard> film = film(number, "Parts");
        keeper.keep(film);
        ClipCut clip = film.stream()
                .map(heard -> ((Heard.Told) heard).event())
                .filter(ClipCut.class::isInstance)
                .map(ClipCut.class::cast)
                .findFirst()
                .orElseThrow();
        byte[] content = new byte[(int) clip.clip().size()];
        new Random(1).nextBytes(content);
        store.ensureBucket(clip.clip().bucket());
        store.put(clip.clip().bucket(), clip.clip().key(), content, "video/mp4");
        String item = "stage=segment&kind=clip&id=" + clip.clipId() + "&params=" + clip.paramsHash();

        assertThat(get("/item?" + item).body()).contains("<video").contains(clip.clipId());
        String file = "/file?" + item + "&name=clip";
        HttpResponse<byte[]> part = bytes(file, "bytes=100-199");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 100, 200));
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 100-199/" + content.length);
        assertThat(part.headers().firstValue("Content-Type").orElse("")).startsWith("video/mp4");
        HttpResponse<byte[]> whole = bytes(file, null);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(content);
        assertThat(bytes(file, "bytes=" + content.length + "-").statusCode()).isEqualTo(416);
    }

    @Test
    void theNextPageOfAListHasWhatTheFirstHasNot() throws Exception {
        for (int number = 0xE10; number < 0xE18; number++) {
            keeper.keep(film(number, "Long list"));
        }
        List<String> first = links(get("/items?stage=keypoint"));
        String next = NEXT.matcher(get("/items?stage=keypoint").body())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElseThrow();

        List<String> second = links(get(next));

        assertThat(first).hasSize(100);
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
        assertThat(second).allMatch(link -> link.contains("stage=keypoint"));
        assertProblem(get("/items?afterStage=a&afterKind=dragon&afterId=b"), 400, "no kind of item");
    }

    /// Of the items that a list shows.
    private static List<String> links(HttpResponse<String> page) {
        return ITEM.matcher(page.body()).results().map(MatchResult::group).toList();
    }

    @Test
    void aFilmHasAPageOfItsOwnAndListsOfFilmsGoOn() throws Exception {
        for (int number = 0xE20; number < 0xE20 + 101; number++) {
            keeper.keep(film(number, "Film").subList(0, 1));
        }
        keeper.keep(film(0xE20, "Film"));
        String id = "%016x".formatted(0xE20);

        HttpResponse<String> page = get("/film?id=" + id);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("no-character", "film=" + id, "Every frame");
        String next = NEXT.matcher(get("/?style=unknown").body())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElseThrow();
        assertThat(films(get("/?style=unknown"))).hasSize(100).doesNotContainAnyElementsOf(films(get(next)));
        assertThat(films(get("/?style=japan"))).isEmpty();
        assertThat(get("/api/films?limit=1").body()).contains("\"state\"");
        assertThat(get("/api/films/" + id).body()).contains("\"videoId\":\"" + id, "\"stages\":[{");
        assertProblem(get("/api/films?limit=0"), 400, "it must be 1 to 1000");
        assertProblem(get("/film?id=none"), 404, "no such film");
        assertProblem(get("/api/films/none"), 404, "no such film");
    }

    private static List<String> films(HttpResponse<String> page) {
        return FILM.matcher(page.body()).results().map(MatchResult::group).toList();
    }

    @Test
    void whatIsNotThereIsSaidAsAProblem() throws Exception {
        assertProblem(get("/item?stage=segment&kind=clip&id=none"), 404, "no such item");
        assertProblem(get("/items?kind=dragon"), 400, "'dragon' is none of");
        assertProblem(get("/item?stage=segment&kind=dragon&id=none"), 400, "no kind of item");
        assertProblem(get("/file?stage=segment&kind=clip&id=none&name=clip"), 404, "no such item");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains(words);
    }

    /// A recorded film with another title.
    private static List<Heard> film(int number, String title) {
        HeardReader reader = new HeardReader();
        return RecordedRun.eventsOfFilm(number).stream()
                .map(event -> withTitle(reader, event, title))
                .toList();
    }

    private static Heard withTitle(HeardReader reader, PipelineEvent event, String title) {
        String json = new String(RecordedRun.record(event).value(), UTF_8)
                .replace("\"title\":\"Demo\"", "\"title\":\"" + title.replace("\"", "\\\"") + "\"");
        return reader.read(
                new ConsumerRecord<>(RecordedRun.record(event).topic(), 0, 0, event.itemId(), json.getBytes(UTF_8)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> bytes(String path, @Nullable String range) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (range != null) {
            request.header("Range", range);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return Objects.requireNonNull(http).resolve(path);
    }
}
