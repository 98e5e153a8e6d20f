package org.magicanime.dataset.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.dataset.messaging.DatasetServers;

/// The whole service where others reach it.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
@TestProfile(AccessTest.Elsewhere.class)
class AccessTest {
    private static final String TOKEN = token();
    private static final String PAGE = "text/html,application/xhtml+xml";

    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    ArtifactStore store;

    @TestHTTPResource
    @Nullable
    URI http;

    /// Bound to all interfaces, with a token.
    public static final class Elsewhere implements QuarkusTestProfile {
        static final Path FILE = Path.of("target/access/tokens").toAbsolutePath();

        @Override
        public Map<String, String> getConfigOverrides() {
            write(TOKEN);
            return Map.of("quarkus.http.host", "0.0.0.0", "dataset.access.token-file", FILE.toString());
        }
    }

    private static String token() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void write(String tokens) {
        try {
            Files.createDirectories(Elsewhere.FILE.getParent());
            Path next = Files.writeString(Elsewhere.FILE.resolveSibling("next"), tokens);
            Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
            Files.move(next, Elsewhere.FILE, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/accounting",
                "/api/films",
                "/api/statistics.csv",
                "/api/topics",
                "/api/evaluations/choices",
                "/evaluations",
                "/benchmark",
                "/api/benchmarks/proposal",
                "/evaluation/live",
                "/api/datasets/current/manifest.jsonl",
                "/topics/live",
                "/file?stage=segment&kind=clip&id=a&name=clip",
                "/",
                "/items",
                "/q/metrics",
                "/q/openapi",
                "/q",
                "/nothing",
                // Ways to write an address that is let in and mean another
                "/q/health/../metrics",
                "/q/health/%2e%2e/metrics",
                "/q/health%2f..%2fmetrics",
                "//q/metrics",
                "/login/../api/accounting",
                "/login/%2e%2e/api/accounting",
                "/login;/../api/accounting",
                "/dataset/../api/accounting",
                "/dataset/%2e%2e/q/metrics",
                "/dataset/pages.css/../../q/metrics",
                "/dataset//../q/metrics",
                "/Login"
            })
    void nothingIsAnsweredWithoutAToken(String path) throws Exception {
        HttpResponse<String> answer = send(get(path));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains("\"status\":401", "Authorization: Bearer TOKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/health/live",
                "/q/health/started",
                "/dataset/pages.css",
                "/dataset/icon.svg",
                "/login"
            })
    void probesAndTheLoginAreOpen(String path) throws Exception {
        HttpResponse<String> answer = send(get(path));

        assertThat(answer.statusCode()).isIn(200, 503);
        if (path.startsWith("/dataset/")) {
            assertThat(answer.headers().allValues("Cache-Control"))
                    .singleElement()
                    .asString()
                    .contains("max-age");
        }
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/accounting", "/q/metrics", "/q/openapi", "/", "/items", "/topics"})
    void aProgramShowsItsToken(String path) throws Exception {
        assertThat(send(get(path).header("Authorization", "Bearer " + TOKEN)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWrongTokenWaitsAndManyAreTurnedAwayWhileTheRightOneIsNot() throws Exception {
        long begin = System.nanoTime();
        HttpResponse<String> one = send(get("/api/accounting").header("Authorization", "Bearer " + token()));
        assertThat(one.statusCode()).isEqualTo(401);
        assertThat(one.body()).contains("the token is wrong");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(900));

        List<CompletableFuture<HttpResponse<String>>> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(client.sendAsync(
                    get("/api/accounting")
                            .header("Authorization", "Bearer " + token())
                            .build(),
                    BodyHandlers.ofString()));
        }
        assertThat(send(get("/api/accounting").header("Authorization", "Bearer " + TOKEN))
                        .statusCode())
                .isEqualTo(200);
        List<Integer> statuses = many.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(statuses).containsOnly(401, 429);
        assertThat(send(get("/q/metrics").header("Authorization", "Bearer " + TOKEN))
                        .body())
                .containsPattern("access_wrong_tokens_total(\\{[^}]*})? [1-9]");
    }

    @Test
    void whoMayOnlyLookChangesNothingAndADecisionHasTheNameOfItsToken() throws Exception {
        String viewer = token();
        String reviewer = token();
        write(TOKEN + "\n" + viewer + " viewer\n" + reviewer + " reviewer Ann\n");
        try {
            String decision = "/api/reviews/decisions?subset=pose-driven&id=a&decision=accepted";
            await("the new ones are let in", () -> status(viewer) == 200 && status(reviewer) == 200);

            assertThat(post(decision, viewer)).isEqualTo(403);
            assertThat(post("/api/reviews/corrections?subset=pose-driven&id=a", viewer))
                    .isEqualTo(403);
            String rule = "/api/reviews/rules?subset=pose-driven&film=a&decision=rejected&expected=1";
            assertThat(post(rule, viewer)).isEqualTo(403);
            assertThat(post("/api/reviews/rules/undo?rule=a", viewer)).isEqualTo(403);
            store.ensureBucket("artifacts");
            String evaluation = "?benchmark=a&task=image-to-video&method=a&run=a";
            assertThat(post("/api/evaluations" + evaluation, viewer)).isEqualTo(403);
            assertThat(post("/evaluation" + evaluation, viewer)).isEqualTo(403);
            assertThat(post("/api/evaluations" + evaluation, reviewer)).isEqualTo(404);
            assertThat(page("/evaluation" + evaluation, viewer)).contains("may look at evaluations, and begin none");
            assertThat(page("/evaluation" + evaluation, reviewer)).doesNotContain("begin none");
            assertThat(post("/benchmark", viewer)).isEqualTo(403);
            assertThat(page("/benchmark", viewer)).contains("may look at cases, and swap none");
            assertThat(page("/benchmark", reviewer)).doesNotContain("swap none");
            assertThat(post(rule, reviewer)).isEqualTo(409);
            assertThat(post(rule + "&reviewer=Bob", reviewer)).isEqualTo(403);
            assertThat(post("/api/reviews/loans?borrower=one-who-only-looks", viewer))
                    .isEqualTo(403);
            // Let in, and refused for what it says.
            assertThat(post(decision, reviewer)).isIn(400, 404);
            assertThat(post(decision + "&reviewer=Bob", reviewer)).isEqualTo(403);
            assertThat(send(get("/review").header("Authorization", "Bearer " + reviewer))
                            .body())
                    .contains("You decide as <strong>Ann</strong>")
                    .doesNotContain("Your name");
        } finally {
            write(TOKEN);
        }
    }

    private String page(String path, String token) throws Exception {
        HttpResponse<String> answer = send(get(path).header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private int post(String path, String token) throws Exception {
        return send(get(path).header("Authorization", "Bearer " + token).POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    @Test
    void aPersonLogsInComesToThePageAndLogsOut() throws Exception {
        HttpResponse<String> led = send(get("/items?stage=segment&kind=clip").header("Accept", PAGE));
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location"))
                .hasValue("/login?to=" + URLEncoder.encode("/items?stage=segment&kind=clip", UTF_8));
        HttpResponse<String> asked = send(get(location(led)));
        assertThat(asked.body())
                .contains("value=\"/items?stage=segment&amp;kind=clip\"", "Log in")
                .doesNotContain("Log out", "<script");

        HttpResponse<String> wrong = logIn(token(), "/items", null);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("This token is wrong", "value=\"/items\"");
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();

        HttpResponse<String> right = logIn(" " + TOKEN + "\n", "/items?stage=segment&kind=clip", null);
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(right.headers().firstValue("Location")).hasValue("/items?stage=segment&kind=clip");
        String set = right.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set)
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
                .doesNotContain(TOKEN, "Secure");

        HttpResponse<String> page = send(get("/items").header("Cookie", cookie(set)));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.body()).contains("Log out");
        assertThat(send(get("/q/metrics").header("Cookie", cookie(set))).statusCode())
                .isEqualTo(200);

        HttpResponse<String> out = send(get("/logout")
                .header("Cookie", cookie(set))
                .header("Origin", origin())
                .POST(BodyPublishers.noBody()));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Location")).hasValue("/login");
        assertThat(out.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
        assertThat(cookie(out.headers().firstValue("Set-Cookie").orElse(""))).isEqualTo("magicanime-session=");
    }

    @Test
    void aLoginThatCameByHttpsIsNeverSentWithoutIt() throws Exception {
        HttpResponse<String> right = logIn(TOKEN, "/", origin().replace("http:", "https:"));

        assertThat(right.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
    }

    @Test
    void sessionsThatEndedOrAreForgedAreRefused() throws Exception {
        byte[] digest = Objects.requireNonNull(AccessTokens.of(TOKEN).find(TOKEN));
        String valid = Sessions.begin(digest, Instant.now());
        String foreign = token();

        assertThat(withSession(valid)).isEqualTo(200);
        assertThat(withSession(Sessions.begin(digest, Instant.now().minus(Duration.ofHours(13)))))
                .isEqualTo(401);
        assertThat(withSession("9" + valid)).isEqualTo(401);
        assertThat(withSession(Sessions.begin(
                        Objects.requireNonNull(AccessTokens.of(foreign).find(foreign)), Instant.now())))
                .isEqualTo(401);
        assertThat(withSession(TOKEN)).isEqualTo(401);
        assertThat(withSession("")).isEqualTo(401);
    }

    private int withSession(String value) throws Exception {
        return send(get("/api/accounting").header("Cookie", "magicanime-session=" + value))
                .statusCode();
    }

    @Test
    void tokensAreExchangedWithoutARestart() throws Exception {
        String next = token();
        String session = cookie(
                logIn(TOKEN, "/", null).headers().firstValue("Set-Cookie").orElseThrow());
        CompletableFuture<Boolean> stream = live();
        write(TOKEN + "\n" + next);
        await("the new one is let in", () -> status(next) == 200);
        assertThat(status(TOKEN)).isEqualTo(200);

        write(next);
        await("the old one is refused", () -> status(TOKEN) == 401);
        assertThat(send(get("/api/accounting").header("Cookie", session)).statusCode())
                .isEqualTo(401);

        assertThat(stream.join()).isFalse();

        write("damaged");
        write(TOKEN);
        await("the first one is let in again", () -> status(TOKEN) == 200);
    }

    /// Reads the stream of the live page until it is cut off.
    ///
    /// @return whether it ended as a whole one does
    private CompletableFuture<Boolean> live() throws Exception {
        HttpResponse<Stream<String>> live = client.send(
                get("/topics/live").header("Authorization", "Bearer " + TOKEN).build(), BodyHandlers.ofLines());
        assertThat(live.statusCode()).isEqualTo(200);
        return CompletableFuture.supplyAsync(() -> {
            try (Stream<String> lines = live.body()) {
                assertThat(lines.count()).isPositive();
                return true;
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }

    private int status(String token) throws Exception {
        return send(get("/api/accounting").header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example/",
                "javascript:alert(1)",
                "/\t/evil.example/",
                "/ok\r\nSet-Cookie: a=b",
                "evil",
                " /items",
                "",
                "/\u202ek"
            })
    void aLoginLeadsNowhereElse(String to) throws Exception {
        HttpResponse<String> right = logIn(TOKEN, to, null);

        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(right.headers().firstValue("Location")).hasValue("/");
        assertThat(send(get("/login?to=" + URLEncoder.encode(to, UTF_8))).body())
                .contains("<a href=\"/\">go on</a>");
    }

    /// A browser does not follow a form from `https:` to `http:`.
    @Test
    void aFormLeadsToAPageWhateverTheProxyInFrontIsCalled() throws Exception {
        HttpResponse<String> replayed = send(get("/dead-letters/replay")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Origin", origin().replace("http:", "https:"))
                .POST(BodyPublishers.noBody()));

        assertThat(replayed.statusCode()).isEqualTo(303);
        assertThat(replayed.headers().firstValue("Location")).hasValue("/dead-letters");
    }

    @Test
    void pagesOfOtherSitesAreRefusedWhateverTheyShow() throws Exception {
        HttpRequest.Builder freeze = get("/api/datasets/other?unfinished=true")
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.noBody());
        assertThat(send(freeze.copy().header("Origin", "http://evil.example")).statusCode())
                .isEqualTo(403);
        assertThat(send(freeze.copy().header("Origin", "null")).statusCode()).isEqualTo(403);
        assertThat(logIn(TOKEN, "/", "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(send(freeze.copy().header("Origin", origin())).statusCode()).isEqualTo(201);
        for (String decides : new String[] {"/review", "/benchmark", "/characters", "/api/reviews/decisions"}) {
            HttpRequest.Builder form = get(decides)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("decision=accepted"));
            assertThat(send(form.copy().header("Origin", origin())).statusCode())
                    .isEqualTo(401);
            assertThat(send(form.copy()
                                    .header("Authorization", "Bearer " + TOKEN)
                                    .header("Origin", "http://evil.example"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private HttpResponse<String> logIn(String token, String to, @Nullable String origin) throws Exception {
        return send(get("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin == null ? origin() : origin)
                .POST(BodyPublishers.ofString(
                        "token=" + URLEncoder.encode(token, UTF_8) + "&to=" + URLEncoder.encode(to, UTF_8))));
    }

    private static String cookie(String set) {
        return set.substring(0, set.indexOf(';')).replace("\"", "");
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String origin() {
        return "http://127.0.0.1:" + Objects.requireNonNull(http).getPort();
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpRequest built = request.build();
        if (built.uri().getPath().equals("/topics/live")) {
            // An open stream has no end.
            HttpResponse<java.io.InputStream> answer = client.send(built, BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(401);
        }
        return client.send(built, BodyHandlers.ofString());
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.call()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
