package org.magicanime.eval.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.BenchmarkCase;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.EvalCompleted;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.eval.domain.MadeUpVideos;
import org.magicanime.eval.domain.metric.RgbFrame;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.HeardEvents;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmWriter;

/// The whole service on a real broker and a real store: a request becomes one event for each case, and a report.
@QuarkusTest
@QuarkusTestResource(EvalServers.class)
class EvalServiceTest {
    private static final String REQUESTED = "eval.requested.v1";
    private static final String COMPLETED = "eval.completed.v1";
    private static final String SCORED = "eval.case-completed.v1";
    private static final String REJECTED = "item.rejected.v1";
    private static final String DEAD = "eval.requested.v1.eval.dlq";
    private static final String SELECTION = "0123456789abcdef";
    private static final String VIDEO = "00112233aabbccdd";

    @Test
    void aRequestBecomesAReportAndWhatCannotBeEvaluatedIsRejected() throws Exception {
        try (MinioArtifactStore store = MinioArtifactStore.connect(EvalServers.store());
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", EvalServers.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            freeze(store);
            EvalRequested good = request("bench-1");
            EvalRequested unknown = request("no-such-benchmark");
            producer.send(new ProducerRecord<>(REQUESTED, "nonsense", "{}".getBytes(UTF_8)));
            for (EvalRequested request : List.of(good, unknown)) {
                producer.send(new ProducerRecord<>(REQUESTED, request.evalId(), EventJson.write(request)));
            }
            producer.flush();

            HeardEvents heard = HeardEvents.await(
                    EvalServers.bootstrapServers(),
                    List.of(COMPLETED, SCORED, REJECTED, DEAD),
                    all -> !all.of(COMPLETED).isEmpty()
                            && !all.of(REJECTED).isEmpty()
                            && !all.of(DEAD).isEmpty());
            assertThat(heard.of(COMPLETED)).anySatisfy(record -> {
                EvalCompleted completed = EventJson.readEvent(record.value(), EvalCompleted.class);
                assertThat(completed.evalId()).isEqualTo(good.evalId());
                assertThat(completed.cases()).isEqualTo(2);
                assertThat(completed.valid()).isEqualTo(1);
                assertThat(completed.report())
                        .containsOnlyKeys("report.json", "report.csv", "report.md", "report.tex", "report.html");
            });
            assertThat(heard.of(SCORED)).hasSizeGreaterThanOrEqualTo(2);
            assertThat(heard.of(REJECTED))
                    .singleElement()
                    .satisfies(record -> assertThat(EventJson.readEvent(record.value(), ItemRejected.class)
                                    .code())
                            .isEqualTo("no-such-benchmark"));
            assertThat(heard.of(DEAD)).extracting(ConsumerRecord::key).containsExactly("nonsense");
        }
    }

    /// The store of this test tells nobody of what is dropped.
    @Test
    void aRequestThatIsDroppedIsFoundThoughItsNotificationWasLost() throws Exception {
        try (MinioArtifactStore store = MinioArtifactStore.connect(EvalServers.store())) {
            freeze(store);
            Path file = Files.writeString(
                    EvalServers.folder().resolve("request"),
                    "{\"benchmark\": \"bench-1\", \"task\": \"image-to-video\"}");
            store.drop("evaluations", "nobody/run-1/request.json", file);
            String evalId = EvalRequested.id("bench-1", "nobody", "run-1", BenchmarkTask.IMAGE_TO_VIDEO, "correct");

            HeardEvents heard = HeardEvents.await(
                    EvalServers.bootstrapServers(),
                    List.of(COMPLETED),
                    all -> all.of(COMPLETED).stream()
                            .anyMatch(record -> record.key().equals(evalId)));

            assertThat(heard.of(COMPLETED))
                    .filteredOn(record -> record.key().equals(evalId))
                    .allSatisfy(record -> assertThat(EventJson.readEvent(record.value(), EvalCompleted.class)
                                    .valid())
                            .isZero());
        }
    }

    private static EvalRequested request(String benchmark) {
        return EvalRequested.of(benchmark, "copies", "run-1", BenchmarkTask.IMAGE_TO_VIDEO, "correct");
    }

    /// Two cases, of one of which there is a video: the truth.
    private void freeze(MinioArtifactStore store) throws IOException {
        Path film = film();
        List<BenchmarkCase> cases = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            FrameSpan span = new FrameSpan(number, number + MadeUpVideos.FRAMES);
            String id = VIDEO + "-%06d-%06d".formatted(span.first(), span.end());
            ArtifactRef truth = store.put(
                            "datasets",
                            ArtifactKeys.ofBenchmarkCase("bench-1", SELECTION, id, "truth.mp4"),
                            film,
                            "video/mp4")
                    .ref();
            cases.add(new BenchmarkCase(
                    id,
                    BenchmarkKind.MOTION,
                    List.of(BenchmarkTask.IMAGE_TO_VIDEO),
                    VIDEO,
                    Style.JAPAN,
                    "drawn",
                    span,
                    span,
                    new Rational(24, 1),
                    MadeUpVideos.WIDTH,
                    MadeUpVideos.HEIGHT,
                    Difficulty.EASY,
                    Map.of(),
                    Map.of(BenchmarkCase.TRUTH, truth, BenchmarkCase.REFERENCE, truth)));
        }
        store.put(
                "datasets",
                ArtifactKeys.ofBenchmark("bench-1", "benchmark.json"),
                EventJson.write(new Benchmark("bench-1", SELECTION, Map.of(), Map.of(), cases)),
                "application/json");
        store.drop(
                "evaluations",
                ArtifactKeys.submissions("copies", "run-1") + cases.getFirst().caseId() + ".mp4",
                film);
        Files.delete(film);
    }

    private Path film() {
        Path file = EvalServers.folder().resolve("film");
        FilmFormat format = FilmFormat.lossless(MadeUpVideos.WIDTH, MadeUpVideos.HEIGHT, 24);
        try (FilmWriter out = new FilmWriter(file, format)) {
            int[] picture = new int[MadeUpVideos.WIDTH * MadeUpVideos.HEIGHT];
            for (RgbFrame frame : MadeUpVideos.truth()) {
                for (int i = 0; i < picture.length; i++) {
                    picture[i] = (frame.rgb()[3 * i] & 0xff) << 16
                            | (frame.rgb()[3 * i + 1] & 0xff) << 8
                            | (frame.rgb()[3 * i + 2] & 0xff);
                }
                out.frame(picture);
            }
            out.finish();
        }
        return file;
    }
}
