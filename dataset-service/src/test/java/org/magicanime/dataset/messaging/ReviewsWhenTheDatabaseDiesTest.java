package org.magicanime.dataset.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresLedger;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.HeardEvents;
import org.postgresql.ds.PGSimpleDataSource;

/// Two people work at one queue, the database is killed meanwhile, and everything that they told is told five times
/// again: what stands is what an undisturbed ledger makes of the same events.
@QuarkusTest
@QuarkusTestResource(DatasetServers.class)
class ReviewsWhenTheDatabaseDiesTest {
    private static final String FILM = "%016x".formatted(0xE11);
    private static final String STANDING = "select subset, item_id, decision, digest, conflict, voters"
            + " from review_decision where video_id = '" + FILM + "' order by 1, 2";

    @Inject
    LedgerKeeper keeper;

    @Inject
    AgroalDataSource source;

    @TestHTTPResource
    @Nullable
    URI http;

    private final DatasetServers servers = DatasetServers.running();
    private final AtomicInteger decided = new AtomicInteger();
    private final AtomicInteger loans = new AtomicInteger();

    @Test
    void whatStandsIsWhatWasToldHoweverOftenAndWhateverDied() throws Exception {
        List<PipelineEvent> film = CroppedRun.of(RecordedRun.eventsOfFilm(0xE11));
        keeper.keep(film.stream().map(RecordedRun::told).toList());
        Set<String> all = new TreeSet<>();
        new ObjectMapper()
                .readTree(
                        send("GET", "/api/reviews/queue?limit=100&film=" + FILM).body())
                .forEach(each -> all.add(name(each)));
        assertThat(all).hasSizeGreaterThan(8);
        Set<String> done = new TreeSet<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Future<Set<String>> ann = pool.submit(() -> work("ann"));
            Future<Set<String>> bob = pool.submit(() -> work("bob"));
            await("four are decided", () -> decided.get() >= 4);
            servers.killDatabase();
            servers.startDatabase();
            done.addAll(ann.get());
            done.addAll(bob.get());
        }
        assertThat(done).isEqualTo(all);

        List<ReviewDecided> told = told();
        assertThat(told).hasSizeGreaterThanOrEqualTo(all.size());
        List<PipelineEvent> again = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            again.addAll(told);
        }
        Collections.shuffle(again, new Random(3));
        try (Teller teller = new Teller(servers.bootstrapServers())) {
            teller.tell(again);
            // Other tests use the same broker.
            assertThat(teller.letters()).noneMatch(letter -> letter.key().equals(FILM));
        }

        PGSimpleDataSource undisturbed = LedgerServer.emptyDatabase();
        LedgerKeeper other = new LedgerKeeper(new PostgresLedger(new LedgerDatabase(undisturbed)));
        other.keep(film.stream().map(RecordedRun::told).toList());
        other.keep(told.stream().map(RecordedRun::told).toList());
        List<String> expected = LedgerServer.rows(undisturbed, STANDING);
        assertThat(expected).hasSameSizeAs(all);
        await("the ledger has it all", () -> standing().equals(expected));
    }

    /// Until nothing is left; what the service could not do is asked for again.
    private Set<String> work(String person) throws Exception {
        Set<String> done = new TreeSet<>();
        while (true) {
            HttpResponse<String> lent = send(
                    "POST",
                    "/api/reviews/loans?limit=2&film=" + FILM + "&borrower=loan-of-" + person + "-"
                            + (1_000_000 + loans.incrementAndGet()));
            if (lent.statusCode() != 200) {
                LockSupport.parkNanos(50_000_000);
                continue;
            }
            JsonNode items = new ObjectMapper().readTree(lent.body());
            if (items.isEmpty()) {
                return done;
            }
            for (JsonNode item : items) {
                while (send(
                                        "POST",
                                        "/api/reviews/decisions?decision=accepted&reviewer=" + person + "&subset="
                                                + item.get("subset").asText() + "&id="
                                                + item.get("id").asText() + "&params="
                                                + item.get("params").asText())
                                .statusCode()
                        != 200) {
                    LockSupport.parkNanos(50_000_000);
                }
                done.add(name(item));
                decided.incrementAndGet();
            }
        }
    }

    private List<ReviewDecided> told() {
        return HeardEvents.soFar(servers.bootstrapServers(), "review.decided.v1").stream()
                .map(each -> EventJson.readEvent(each.value(), ReviewDecided.class))
                .filter(each -> each.videoId().equals(FILM))
                .toList();
    }

    private List<String> standing() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select q::text from (" + STANDING + ") q")) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            // It comes back.
            return List.of();
        }
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static String name(JsonNode item) {
        return item.get("subset").asText() + " " + item.get("id").asText();
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(Objects.requireNonNull(http).resolve(path))
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }
}
