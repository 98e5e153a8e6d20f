package org.magicanime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;
import org.magicanime.stage.EventJson;

/// Measures by HTTP how long the next items of a long queue take: at first, and when most of its beginning is decided.
/// Broker, ledger, database and who asks share this machine.
final class ReviewBench {
    private static final int REQUESTS = 100;
    private static final int PORTION = 100;
    private static final int MOST_SKIPPED = 10_000;

    private final LocalSystem system;
    private final LedgerBench ledger;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private int loans;

    /// @param rows of the ledger, about; 13 of 30 are items of the queue
    ReviewBench(LocalSystem system, int rows) {
        this.system = system;
        this.ledger = new LedgerBench(system, rows);
    }

    void run() throws IOException, InterruptedException {
        ledger.tell();
        ledger.awaitLedger();
        System.out.printf(Locale.ROOT, "of %d requests: median and p95%n", REQUESTS);
        measure("of a queue of which nothing is decided");
        int decided = decide();
        System.out.printf(Locale.ROOT, "%,d items at its beginning are decided%n", decided);
        measure("of a queue of which the beginning is decided");
    }

    private void measure(String what) throws IOException, InterruptedException {
        System.out.println(what + ":");
        time("  next item (goal: p95 of 0.05 s)", () -> get("/api/reviews/queue?limit=1"));
        time("  next item of a subset", () -> get("/api/reviews/queue?limit=1&subset=pose-driven"));
        time("  20 items lent", () -> post("/api/reviews/loans?limit=20&borrower=bench-of-reviews-" + loans++));
        JsonNode items = json.readTree(get("/api/reviews/queue?limit=" + PORTION));
        int[] next = {0};
        time("  one decision", () -> {
            JsonNode item = items.get(next[0]++ % PORTION);
            return post("/api/reviews/decisions?decision=accepted&subset="
                    + item.get("subset").asText() + "&id=" + item.get("id").asText() + "&params="
                    + item.get("params").asText());
        });
    }

    /// As many as the queue can be asked for, through the broker.
    private int decide() throws IOException, InterruptedException {
        List<ReviewDecided> decisions = new ArrayList<>();
        for (int skip = 0; skip <= MOST_SKIPPED; skip += PORTION) {
            for (JsonNode item : json.readTree(get("/api/reviews/queue?limit=" + PORTION + "&skip=" + skip))) {
                Subset subset = subset(item.get("subset").asText());
                String id = item.get("id").asText();
                decisions.add(new ReviewDecided(
                        subset.videoIdOf(id),
                        subset,
                        id,
                        item.get("params").asText(),
                        ReviewDecision.ACCEPTED,
                        null,
                        null,
                        List.of(),
                        "bench",
                        System.currentTimeMillis()));
            }
        }
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.kafka()), new StringSerializer(), new ByteArraySerializer())) {
            for (ReviewDecided each : decisions) {
                producer.send(new ProducerRecord<>("review.decided.v1", each.itemId(), EventJson.write(each)));
            }
        }
        long began = System.nanoTime();
        ledger.awaitLedger();
        System.out.printf(
                Locale.ROOT,
                "%,d decisions through the broker written down in %.1f s%n",
                decisions.size(),
                LedgerBench.seconds(began));
        return decisions.size();
    }

    private static Subset subset(String word) {
        return Subset.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Asks for something.
    private interface Request {
        String send() throws IOException, InterruptedException;
    }

    private static void time(String what, Request request) throws IOException, InterruptedException {
        double[] times = new double[REQUESTS];
        request.send();
        for (int i = 0; i < REQUESTS; i++) {
            long began = System.nanoTime();
            request.send();
            times[i] = LedgerBench.seconds(began);
        }
        LedgerBench.print(what, times);
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(system.http() + path)).build());
    }

    private String post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(system.http() + path))
                .POST(BodyPublishers.noBody())
                .build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
