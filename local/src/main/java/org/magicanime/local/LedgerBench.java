package org.magicanime.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.Topics;

/// Measures the ledger: how fast it writes down what it is told through the broker, and how long its pages take when it
/// is large. Teller, broker, ledger and database share this machine.
final class LedgerBench {
    private static final int REQUESTS = 40;
    private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]+)\" rel=\"next\">");

    private final LocalSystem system;
    private final int films;
    private final HttpClient client = HttpClient.newHttpClient();

    /// @param rows about as many as this
    LedgerBench(LocalSystem system, int rows) {
        this.system = system;
        this.films = Math.ceilDiv(rows, SyntheticFilm.ROWS);
    }

    void run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        tell();
        double told = seconds(began);
        awaitLedger();
        double heard = seconds(began);
        long events = (long) films * SyntheticFilm.EVENTS;
        System.out.printf(
                Locale.ROOT,
                "%,d events of %,d films told in %.1f s, written down after %.1f s: %,.0f events a minute (goal 200,000)%n",
                events,
                films,
                told,
                heard,
                events / heard * 60);
        began = System.nanoTime();
        String accounts = get("/api/accounting");
        System.out.printf(Locale.ROOT, "the rest was added up in                 %8.2f s%n", seconds(began));
        if (!accounts.contains("\"closes\":true") || !accounts.contains("\"done\":" + films)) {
            throw new IllegalStateException("the accounts of the told films do not close: " + accounts);
        }
        System.out.printf(
                Locale.ROOT,
                "with %,d rows, of %d requests: median and p95%n",
                (long) films * SyntheticFilm.ROWS,
                REQUESTS);
        String film = new SyntheticFilm(films / 2).events().getFirst().itemId();
        measure("accounts (goal 1 s)", "/api/accounting");
        measure("statistics (goal 1 s)", "/api/statistics");
        measure("thresholds (goal 1 s)", "/api/thresholds");
        measure("page of topics", "/topics");
        measure("films", "/");
        measure("one film", "/film?id=" + film);
        System.out.println("pages of lists (goal: p95 of 0.1 s), first and following:");
        lists(film).forEach(this::measureList);
        manifest();
    }

    private static Map<String, String> lists(String film) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("everything", "");
        all.put("a film", "film=" + film);
        all.put("a style", "style=japan");
        all.put("a subset", "subset=pose-driven");
        all.put("a style and a subset", "style=china&subset=pose-driven");
        all.put("a stage", "stage=keypoint");
        all.put("a kind", "kind=span");
        all.put("rejected", "outcome=rejected");
        all.put("a reason", "code=no-character");
        all.put("a style and a reason", "style=japan&code=no-character");
        all.put("a reason that nothing has", "code=dragon");
        all.put("a style and nothing", "style=japan&code=dragon");
        return all;
    }

    /// Events in the order of their films, so that all partitions get their share.
    void tell() {
        Topics topics = Topics.catalogue();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.kafka(), "linger.ms", "20", "batch.size", "262144"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            long shown = System.nanoTime();
            for (int film = 0; film < films; film++) {
                for (PipelineEvent event : new SyntheticFilm(film).events()) {
                    producer.send(
                            new ProducerRecord<>(topics.of(event.getClass()), event.itemId(), EventJson.write(event)));
                }
                if (seconds(shown) > 5) {
                    System.err.printf(Locale.ROOT, "told of %,d of %,d films%n", film + 1, films);
                    shown = System.nanoTime();
                }
            }
            producer.flush();
        }
    }

    void awaitLedger() throws InterruptedException {
        try (Lags lags = new Lags(system.kafka())) {
            long shown = System.nanoTime();
            while (true) {
                long lag = lags.now().getOrDefault("dataset", Long.MAX_VALUE);
                if (lag == 0) {
                    return;
                }
                if (seconds(shown) > 5) {
                    System.err.printf(Locale.ROOT, "%,d events are before the ledger%n", lag);
                    shown = System.nanoTime();
                }
                Thread.sleep(100);
            }
        }
    }

    private void measure(String what, String path) throws IOException, InterruptedException {
        double[] times = new double[REQUESTS];
        get(path);
        for (int i = 0; i < REQUESTS; i++) {
            long began = System.nanoTime();
            get(path);
            times[i] = seconds(began);
        }
        print(what, times);
    }

    /// Follows the list from page to page, and begins again at its end.
    private void measureList(String what, String filter) {
        try {
            List<Double> times = new ArrayList<>();
            String path = "/items?" + filter;
            for (int i = 0; i < REQUESTS; i++) {
                long began = System.nanoTime();
                String page = get(path);
                times.add(seconds(began));
                Matcher next = NEXT.matcher(page);
                path = next.find() ? next.group(1).replace("&amp;", "&") : "/items?" + filter;
            }
            print("  " + what, times.stream().mapToDouble(Double::doubleValue).toArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void manifest() throws IOException, InterruptedException {
        long began = System.nanoTime();
        long bytes = 0;
        long rows = 0;
        byte[] buffer = new byte[1 << 16];
        HttpResponse<InputStream> answer =
                client.send(request("/api/datasets/current/manifest.jsonl"), BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                for (int i = 0; i < read; i++) {
                    rows += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "manifest, %,d rows, %,d MB             %8.1f s%n",
                rows,
                bytes / 1_000_000,
                seconds(began));
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(path), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(system.http() + path)).build();
    }

    static void print(String what, double[] times) {
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-40s %8.3f s %8.3f s%n",
                what,
                BenchCommand.median(times),
                times[(int) Math.ceil(0.95 * times.length) - 1]);
    }

    static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
