package org.magicanime.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.export.FrozenVersions;
import org.magicanime.dataset.export.ManifestFile;
import org.magicanime.dataset.export.VersionCheck;
import org.magicanime.dataset.storage.DatabaseBusyException;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresAccounting;
import org.magicanime.dataset.storage.PostgresLedger;
import org.magicanime.dataset.storage.PostgresManifest;
import org.magicanime.local.Fates.Fate;
import org.magicanime.local.dataset.LedgerCatchUp;
import org.magicanime.stage.DeadLetters;
import org.magicanime.testkit.DrawnFilm;

/// The launcher's own processes: real broker, real store, the packaged services.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalSystemIT {
    private static final Duration LONGEST = Duration.ofMinutes(4);

    @TempDir
    static Path folder;

    private static StateFolder state;
    private static LocalSystem system;
    private static Ledger ledger;
    private static Path film;

    @BeforeAll
    static void start() throws Exception {
        film = folder.resolve("drawn.mp4");
        DrawnFilm.standard(1).write(film);
        state = StateFolder.take(folder.resolve("state"));
        system = LocalSystem.start(state, new CommonOptions(), message -> {});
        ledger = new Ledger(system.kafka());
    }

    @AfterAll
    static void stop() {
        ledger.close();
        system.close();
        state.close();
    }

    @Test
    @Order(1)
    void aFilmComesOutAsClipsAlsoWhenTheServicesAreKilledInTheMiddle() throws Exception {
        ObjectOrigin origin = drop("japan/Drawn/drawn.mp4", film);
        await(() -> ledger.films().size() == 1);
        Endpoints endpoints = Endpoints.read(state.file(Endpoints.FILE));
        ProcessHandle.of(Objects.requireNonNull(endpoints.pids().get("services")))
                .orElseThrow()
                .destroyForcibly();
        assertThat(awaitEnd(origin)).isEqualTo(Fate.DONE);

        DrawnFilm drawn = DrawnFilm.standard(1);
        VideoIngested told = ledger.films().iterator().next();
        assertThat(told.labels().title()).isEqualTo("Drawn");
        List<ClipCut> clips = List.copyOf(ledger.clipsOf(told.videoId()));
        assertThat(clips).hasSize(drawn.scenes().size());
        assertThat(clips).extracting(clip -> clip.span().first()).contains(120L, 288L, 348L);
        Map<Long, Long> spans = new TreeMap<>();
        clips.forEach(clip -> spans.put(clip.span().first(), clip.span().end()));
        ledger.rejectionsOf(told.videoId()).stream()
                .filter(left -> left.stage().equals("segment"))
                .forEach(left -> spans.put(
                        Objects.requireNonNull(left.span()).first(), left.span().end()));
        long next = 0;
        for (Map.Entry<Long, Long> span : spans.entrySet()) {
            assertThat(span.getKey()).isEqualTo(next);
            next = span.getValue();
        }
        assertThat(next).isEqualTo(drawn.frames());
        assertThat(ledger.posedOf(told.videoId())).hasSameSizeAs(clips);
        assertThat(ledger.posedOf(told.videoId()))
                .anySatisfy(clip -> assertThat(clip.framesKept()).isPositive());
        assertThat(ledger.deadLetters()).isEmpty();
        fetchAll(clips.getFirst());
    }

    @Test
    @Order(2)
    void whatIsNoFilmIsRejectedWithItsReason() throws Exception {
        Path hls = Files.writeString(
                folder.resolve("hls.mp4"), "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/x.ts\n");
        byte[] whole = Files.readAllBytes(film);
        Path cut = Files.write(folder.resolve("cut.mp4"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text.mp4"), "this is no film at all, whatever its name says");
        Path same = Files.copy(film, folder.resolve("same.mp4"));

        assertThat(codeOf(drop("x/y/hls.mp4", hls))).isIn("format-not-allowed", "not-a-video");
        assertThat(codeOf(drop("x/y/cut.mp4", cut))).isEqualTo("truncated");
        assertThat(codeOf(drop("x/y/-i \u202e<img src=x>.mp4", text))).isEqualTo("not-a-video");
        assertThat(codeOf(drop("china/Other/same.mp4", same))).isEqualTo("duplicate");
        assertThat(ledger.deadLetters()).isEmpty();
    }

    @Test
    @Order(3)
    void anAuditFindsOnlyWhatDoesNotAgree() throws Exception {
        assertThat(audit()).isEmpty();

        ClipCut first = ledger.clips().iterator().next();
        ClipCut last = List.copyOf(ledger.clips()).getLast();
        try (var store = system.store()) {
            store.put(LocalSystem.ARTIFACTS, "clips/stray.bin", new byte[] {1}, "application/octet-stream");
            store.delete(LocalSystem.ARTIFACTS, first.clip().key());
            store.delete(LocalSystem.ARTIFACTS, last.firstFrame().key());
            store.put(LocalSystem.ARTIFACTS, last.firstFrame().key(), new byte[] {1}, "image/png");
        }
        assertThat(audit())
                .containsExactlyInAnyOrder(
                        "there and not told: clips/stray.bin",
                        "told and not there: " + first.clip().key(),
                        "told with other bytes: " + last.firstFrame().key());
    }

    @Test
    @Order(4)
    void whatCannotBeReadBecomesADeadLetterAndIsPutBackOnce() throws Exception {
        send("video.ingested.v1", "{\"videoId\":\"x\"}".getBytes(UTF_8));
        send("object.created.v1", "no json".getBytes(UTF_8));
        send(
                "object.created.v1",
                ("{\"Records\":[{\"eventName\":\"s3:ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"secrets\"},"
                                + "\"object\":{\"key\":\"a\"}}}]}")
                        .getBytes(UTF_8));
        DeadLetters letters = new DeadLetters(system.kafka());
        // What is no film is given up by both that hear of films.
        await(() -> letters.list().size() == 4);
        assertThat(letters.list())
                .extracting(letter -> letter.reason())
                .anyMatch(reason -> reason.contains("videoId"))
                .anyMatch(reason -> reason.contains("no JSON"))
                .anyMatch(reason -> reason.contains("policy"));
        assertThat(letters.replay()).isEqualTo(3);
        // They are as unreadable as before, so they come back: four new ones, not eight.
        await(() -> letters.list().size() == 4);
    }

    @Test
    @Order(5)
    void theLedgerAccountsForEverythingAlsoWhenItsDatabaseIsKilled() throws Exception {
        Endpoints endpoints = Endpoints.read(state.file(Endpoints.FILE));
        ProcessHandle.of(Objects.requireNonNull(endpoints.pids().get("database")))
                .orElseThrow()
                .destroyForcibly();
        LedgerDatabase database = system.ledger().open();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        await(() -> isAccountedFor(database, written));
        await(() -> Arrays.equals(written.toByteArray(), served("/api/datasets/current/manifest.jsonl")));
    }

    /// The killed process's server answers until the next one ends it, so that each step may meet none.
    ///
    /// @param written gets the manifest
    /// @return whether the database was there all the while
    private static boolean isAccountedFor(LedgerDatabase database, ByteArrayOutputStream written) {
        try {
            new LedgerCatchUp(system.kafka(), new PostgresLedger(database)).run();
            Accounting accounts = new PostgresAccounting(database, system.lastStage()).read();
            // Four objects were no new films; two that could not be read have the same key.
            assertThat(accounts.films()).isEqualTo(new Accounting.Films(6, 1, 4, 1, 0));
            assertThat(accounts.closes()).isTrue();
            written.reset();
            assertThat(ManifestFile.write(new PostgresManifest(database), written))
                    .isGreaterThan(ledger.clips().size());
            return true;
        } catch (DatabaseBusyException e) {
            return false;
        }
    }

    /// A test before this one damaged two artifacts.
    @Test
    @Order(6)
    void aVersionThatTheServiceFrozeIsVerified() throws Exception {
        await(() -> post("/api/datasets/v1") == 201);
        await(() -> post("/api/datasets/v1") == 200);

        for (String file : List.of("manifest.jsonl", "manifest.parquet")) {
            byte[] frozen = served("/api/datasets/v1/" + file);
            assertThat(frozen).isNotEmpty();
            await(() -> Arrays.equals(frozen, served("/api/datasets/current/" + file)));
        }
        try (MinioArtifactStore store = system.store()) {
            FrozenVersions versions = new FrozenVersions(store, LocalSystem.DATASETS);
            VersionCheck.Result result = new VersionCheck(store, versions).check("v1");
            assertThat(result.rows()).isGreaterThan(ledger.clips().size());
            assertThat(result.findings())
                    .hasSize(2)
                    .anyMatch(finding -> finding.startsWith("missing: artifacts/clips/"))
                    .anyMatch(finding -> finding.startsWith("altered: artifacts/clips/"));
        }
    }

    private static int post(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(system.http().resolve(path))
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] served(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(system.http().resolve(path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            return new byte[0];
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> audit() throws Exception {
        try (var store = system.store()) {
            ledger.readAll();
            return new Audit(ledger, store, Files.createTempDirectory(folder, "audit")).findings();
        }
    }

    private static ObjectOrigin drop(String key, Path file) throws Exception {
        try (var store = system.store()) {
            return store.drop(LocalSystem.INGEST, key, file);
        }
    }

    private static Fate awaitEnd(ObjectOrigin origin) {
        Fates fates = new Fates(ledger, system.lastStage());
        await(() -> fates.of(origin) != Fate.WAITING && fates.of(origin) != Fate.IN_WORK);
        return fates.of(origin);
    }

    private static String codeOf(ObjectOrigin origin) {
        Fate fate = awaitEnd(origin);
        ItemRejected rejected = new Fates(ledger, system.lastStage()).rejection(origin);
        return rejected == null ? fate.toString() : rejected.code();
    }

    private static void fetchAll(ClipCut clip) throws Exception {
        try (var store = system.store()) {
            assertThat(clip.artifacts()).hasSize(4);
            for (ArtifactRef ref : clip.artifacts()) {
                // get checks length and SHA-256
                store.get(ref, folder.resolve(ref.sha256()));
            }
        }
    }

    private static void send(String topic, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.kafka()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "test", value)).get();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            // waits for new events, at most 200 ms
            ledger.readOn();
            if (System.nanoTime() > end) {
                throw new AssertionError("nothing came within " + LONGEST + "; services.log says:\n" + log());
            }
        }
    }

    private static String log() {
        try {
            List<String> lines = Files.readAllLines(state.folder("logs").resolve("services.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }
}
