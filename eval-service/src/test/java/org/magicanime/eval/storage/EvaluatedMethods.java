package org.magicanime.eval.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.BenchmarkCase;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.EvalCaseCompleted;
import org.magicanime.contracts.EvalCaseRequested;
import org.magicanime.contracts.EvalCompleted;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.eval.domain.CaseScorer;
import org.magicanime.eval.domain.EvaluationParameters;
import org.magicanime.eval.domain.EvaluationPlanner;
import org.magicanime.eval.domain.MadeUpVideos;
import org.magicanime.eval.domain.ReportWriter;
import org.magicanime.eval.domain.metric.RgbFrame;
import org.magicanime.eval.domain.report.EvaluationReport;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.FilmReader;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.encode.FilmFormat;
import org.magicanime.video.encode.FilmWriter;

/// A benchmark of some cases in a real store, methods that put videos there, and the service's work on them, event by
/// event and without a broker.
final class EvaluatedMethods implements AutoCloseable {
    static final int CASES = 4;
    private static final String BENCHMARK = "drawn";
    private static final String SELECTION = "0123456789abcdef";
    private static final String VIDEO = "00112233aabbccdd";

    private final Path folder;
    private final EmbeddedStore server;
    private final MinioArtifactStore store;
    private final EvaluationPlanner planner;
    private final CaseScorer scorer;
    private final ReportWriter writer;
    private int files;

    EvaluatedMethods(Path folder, FilmReader reader, WorkFolders workFolders) throws IOException {
        this.folder = Files.createDirectories(folder);
        server = EmbeddedStore.start(folder.resolve("store"), 0, "key", "secret-key", BucketNotifications.NONE);
        store = MinioArtifactStore.connect(new KnownStore(server.endpoint(), "key", "secret-key"));
        List.of("datasets", "evaluations", "artifacts").forEach(store::ensureBucket);
        StoredEvaluations archive = new StoredEvaluations(
                store, new StoredEvaluations.Buckets("datasets", "evaluations", "artifacts"), 1 << 26);
        planner = new EvaluationPlanner(archive, new EvaluationParameters(CodecLibrary.version(), Optional.empty()));
        scorer = new CaseScorer(reader, archive, Optional.empty(), workFolders, Duration.ofMinutes(2), 4096);
        writer = new ReportWriter(archive, StoredEvaluations::json);
        freeze();
    }

    static String caseId(int number) {
        return VIDEO + "-%06d-%06d".formatted(number * 100, number * 100 + MadeUpVideos.FRAMES);
    }

    /// Cases differ in what is seen.
    static List<RgbFrame> truth(int number) {
        return MadeUpVideos.each(MadeUpVideos.truth(), frame -> {
            byte[] rgb = frame.rgb().clone();
            for (int i = number % 3; i < rgb.length; i += 3) {
                rgb[i] = (byte) (((rgb[i] & 0xff) + 30 * number) & 0xff);
            }
            return new RgbFrame(frame.width(), frame.height(), rgb);
        });
    }

    private void freeze() {
        List<BenchmarkCase> cases = IntStream.range(0, CASES)
                .mapToObj(number -> benchmarkCase(number, film(truth(number), true)))
                .toList();
        Benchmark benchmark = new Benchmark(BENCHMARK, SELECTION, Map.of(), Map.of(), cases);
        store.put(
                "datasets",
                ArtifactKeys.ofBenchmark(BENCHMARK, "benchmark.json"),
                EventJson.write(benchmark),
                "application/json");
    }

    private BenchmarkCase benchmarkCase(int number, Path truth) {
        long first = number * 100L;
        FrameSpan span = new FrameSpan(first, first + MadeUpVideos.FRAMES);
        ArtifactRef ref = store.put(
                        "datasets",
                        ArtifactKeys.ofBenchmarkCase(BENCHMARK, SELECTION, caseId(number), "truth.mp4"),
                        truth,
                        "video/mp4")
                .ref();
        return new BenchmarkCase(
                caseId(number),
                BenchmarkKind.MOTION,
                List.of(BenchmarkTask.IMAGE_TO_VIDEO),
                VIDEO,
                number % 2 == 0 ? Style.JAPAN : Style.CHINA,
                "drawn",
                span,
                span,
                new Rational(24, 1),
                MadeUpVideos.WIDTH,
                MadeUpVideos.HEIGHT,
                Difficulty.values()[number % 3],
                Map.of(),
                Map.of(BenchmarkCase.TRUTH, ref, BenchmarkCase.REFERENCE, ref));
    }

    /// @param lossless or as encoders of methods do
    Path film(List<RgbFrame> frames, boolean lossless) {
        Path file = folder.resolve("film-" + files++);
        FilmFormat format = lossless
                ? FilmFormat.lossless(MadeUpVideos.WIDTH, MadeUpVideos.HEIGHT, 24)
                : FilmFormat.h264(MadeUpVideos.WIDTH, MadeUpVideos.HEIGHT, 24);
        try (FilmWriter out = new FilmWriter(file, format)) {
            int[] picture = new int[MadeUpVideos.WIDTH * MadeUpVideos.HEIGHT];
            for (RgbFrame frame : frames) {
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

    void submit(String method, int number, Path video) {
        store.drop("evaluations", ArtifactKeys.submissions(method, "run-1") + caseId(number) + ".mp4", video);
    }

    void submitGarbage(String method, int number, String content) {
        try {
            submit(method, number, Files.write(folder.resolve("garbage-" + files++), content.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EvalRequested request(String method, String profile) {
        return EvalRequested.of(BENCHMARK, method, "run-1", BenchmarkTask.IMAGE_TO_VIDEO, profile);
    }

    /// Handles an event and all that follow from it.
    ///
    /// @param dies whether the service is killed instead of telling an event; then it handles the input again
    /// @return all that was told
    List<PipelineEvent> handle(EvalRequested request, Predicate<PipelineEvent> dies) {
        Deque<PipelineEvent> inputs = new ArrayDeque<>(List.of(request));
        List<PipelineEvent> told = new ArrayList<>();
        while (!inputs.isEmpty()) {
            PipelineEvent input = inputs.removeFirst();
            try {
                work(input, event -> {
                    if (dies.test(event)) {
                        throw new IllegalStateException("killed");
                    }
                    told.add(event);
                    inputs.addLast(event);
                });
            } catch (IllegalStateException e) {
                if (!"killed".equals(e.getMessage())) {
                    throw e;
                }
                inputs.addLast(input);
            }
        }
        return told;
    }

    private void work(PipelineEvent input, org.magicanime.contracts.Telling tell) {
        switch (input) {
            case EvalRequested request -> planner.plan(request, tell);
            case EvalCaseRequested request -> scorer.score(request, tell);
            case EvalCaseCompleted scored -> writer.completed(scored, tell);
            default -> {
                // The report: nobody works on it.
            }
        }
    }

    EvalCompleted evaluate(String method, String profile) {
        return (EvalCompleted) handle(request(method, profile), event -> false).getLast();
    }

    byte[] file(EvalCompleted completed, String name) {
        ArtifactRef ref = Objects.requireNonNull(completed.report().get(name));
        return store.find(ref.bucket(), ref.key(), 1 << 26).orElseThrow();
    }

    EvaluationReport report(EvalCompleted completed) {
        return EventJson.read(file(completed, "report.json"), EvaluationReport.class);
    }

    @Override
    public void close() throws Exception {
        store.close();
        server.close();
    }
}
