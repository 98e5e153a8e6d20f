package org.magicanime.eval.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.RejectedException;
import org.magicanime.eval.domain.RequestFiles;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.SetClock;

/// Requests that are dropped into a real store.
class RequestFilesTest {
    private static final String KEY = "copies/run-1/request.json";
    private static final String GOOD = "{\"benchmark\": \"bench-1\", \"task\": \"image-to-video\"}";

    @TempDir
    Path folder;

    private EmbeddedStore server;
    private MinioArtifactStore store;
    private RequestFiles requests;
    private final SetClock clock = new SetClock();
    private final List<PipelineEvent> told = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedStore.start(folder.resolve("store"), 0, "key", "secret-key", BucketNotifications.NONE);
        store = MinioArtifactStore.connect(new KnownStore(server.endpoint(), "key", "secret-key"));
        List.of("evaluations", "artifacts").forEach(store::ensureBucket);
        requests = new RequestFiles(new StoredRequests(store, "evaluations", "artifacts"), clock);
    }

    @AfterEach
    void stop() throws Exception {
        store.close();
        server.close();
    }

    @Test
    void whoDropsIsAskedForAndTheKeySaysWhoseVideosTheyAre() throws IOException {
        drop(KEY, GOOD);
        drop("copies/run-2/request.json", GOOD.replace("}", ", \"profile\": \"paper\"}"));

        requests.take(new ObjectHint("evaluations", KEY), told::add);
        requests.take(new ObjectHint("evaluations", "copies/run-2/request.json"), told::add);

        assertThat(told)
                .containsExactly(
                        EvalRequested.of("bench-1", "copies", "run-1", BenchmarkTask.IMAGE_TO_VIDEO, "correct"),
                        EvalRequested.of("bench-1", "copies", "run-2", BenchmarkTask.IMAGE_TO_VIDEO, "paper"));
    }

    @Test
    void whatIsGoneOrNoRequestIsPassedOver() throws IOException {
        drop("copies/run-1/case.mp4", GOOD);

        requests.take(new ObjectHint("evaluations", KEY), told::add);
        requests.take(new ObjectHint("evaluations", "copies/run-1/case.mp4"), told::add);

        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    copies/run-1/request.json   | {}                                                   | has to say "benchmark" and "task"
                    copies/run-1/request.json   | {"benchmark": "bench-1"}                             | has to say "benchmark" and "task"
                    copies/run-1/request.json   | {"benchmark": "bench-1", "task": "dance"}            | cannot be read
                    copies/run-1/request.json   | nonsense                                             | cannot be read
                    copies/request.json         | {"benchmark": "bench-1", "task": "image-to-video"}   | METHOD/RUN/request.json
                    a/copies/run-1/request.json | {"benchmark": "bench-1", "task": "image-to-video"}   | METHOD/RUN/request.json
                    Copies/run-1/request.json   | {"benchmark": "bench-1", "task": "image-to-video"}   | lower-case
                    """)
    void whatCannotBeUnderstoodIsRejectedAndNamed(String key, String json, String says) throws IOException {
        drop(key, json);

        assertThatThrownBy(() -> requests.take(new ObjectHint("evaluations", key), told::add))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> {
                    assertThat(rejected.rejection().code()).isEqualTo("request-not-valid");
                    assertThat(rejected.rejection().reason()).contains(says);
                    assertThat(rejected.rejection().origin())
                            .isNotNull()
                            .satisfies(origin -> assertThat(origin.key()).isEqualTo(key));
                });
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        drop(KEY, " ".repeat(70_000) + GOOD);

        assertThatThrownBy(() -> requests.take(new ObjectHint("evaluations", KEY), told::add))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("65536 bytes");
    }

    @Test
    void aRequestWhoseNotificationWasLostIsSpokenOfOnceADayUntilItIsTakenUp() throws IOException {
        drop(KEY, GOOD);
        drop("copies/run-1/case.mp4", "no video");
        drop("copies/run-2/request.json", GOOD);
        EvalRequested begun = EvalRequested.of("bench-1", "copies", "run-2", BenchmarkTask.IMAGE_TO_VIDEO, "correct");
        store.put(
                "artifacts",
                ArtifactKeys.ofEvaluation(begun.evalId(), "0123456789abcdef", "plan.json"),
                "{}".getBytes(UTF_8),
                "application/json");
        List<ObjectHint> spoken = new ArrayList<>();

        assertThat(requests.reconcile(spoken::add)).isOne();
        assertThat(requests.reconcile(spoken::add)).isZero();
        assertThat(spoken).containsExactly(new ObjectHint("evaluations", KEY));

        clock.add(Duration.ofDays(1));
        assertThat(requests.reconcile(spoken::add)).isOne();
        assertThat(requests.reconcile(spoken::add)).isZero();
        assertThat(spoken).hasSize(2).containsOnly(new ObjectHint("evaluations", KEY));
    }

    private void drop(String key, String content) throws IOException {
        Path file = Files.createTempFile(folder, "dropped", "");
        Files.writeString(file, content);
        store.drop("evaluations", key, file);
    }
}
