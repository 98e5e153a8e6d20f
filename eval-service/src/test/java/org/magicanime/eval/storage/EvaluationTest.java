package org.magicanime.eval.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.EvalCompleted;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.RejectedException;
import org.magicanime.eval.domain.Failure;
import org.magicanime.eval.domain.MadeUpVideos;
import org.magicanime.eval.domain.Metric;
import org.magicanime.eval.domain.report.EvaluationReport;
import org.magicanime.eval.domain.report.Interval;
import org.magicanime.eval.domain.report.Leaderboard;
import org.magicanime.eval.domain.report.Leaderboard.Counting;
import org.magicanime.eval.domain.report.ReportText;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.sandbox.SandboxConfig;
import org.magicanime.video.sandbox.SandboxedFilmReader;

/// Methods of which it is known how good they are, through real film-reading processes and a real store.
class EvaluationTest {
    @TempDir
    static Path folder;

    private static WorkFolders workFolders;
    private static SandboxedFilmReader reader;

    @BeforeAll
    static void start() {
        workFolders = WorkFolders.below(folder.resolve("work"));
        reader = new SandboxedFilmReader(SandboxConfig.in(folder.resolve("natives")), workFolders);
    }

    @AfterAll
    static void stop() {
        reader.close();
        workFolders.close();
    }

    private static EvaluatedMethods methods(String name) throws Exception {
        return new EvaluatedMethods(folder.resolve(name), reader, workFolders);
    }

    private static void submitFive(EvaluatedMethods methods) {
        for (int number = 0; number < EvaluatedMethods.CASES; number++) {
            var truth = EvaluatedMethods.truth(number);
            methods.submit("truth", number, methods.film(truth, true));
            methods.submit("encoded", number, methods.film(truth, false));
            methods.submit("blurred", number, methods.film(MadeUpVideos.each(truth, MadeUpVideos::blurred), true));
            if (number % 2 == 0) {
                methods.submit("half", number, methods.film(truth, false));
            }
            methods.submitGarbage("garbage", number, "no film".repeat(number * 1000 + 1));
        }
    }

    @Test
    void fiveMethodsAreRankedRightlyInAllThreeWaysOfCounting() throws Exception {
        try (EvaluatedMethods methods = methods("five")) {
            submitFive(methods);
            List<EvaluationReport> reports = List.of("garbage", "half", "blurred", "encoded", "truth").stream()
                    .map(method -> methods.report(methods.evaluate(method, "correct")))
                    .toList();
            Leaderboard board = Leaderboard.of(reports);

            assertThat(board.rows())
                    .extracting(Leaderboard.Row::method)
                    .containsExactly("truth/run-1", "encoded/run-1", "blurred/run-1", "half/run-1", "garbage/run-1");
            assertThat(board.intersection()).isEqualTo(EvaluatedMethods.CASES / 2);
            // Who fails on half of the cases is as good as who does not, where failures do not count.
            assertThat(ssim(board, "half", Counting.OF_VALID)).isGreaterThan(ssim(board, "blurred", Counting.OF_VALID));
            assertThat(ssim(board, "half", Counting.INTERSECTION))
                    .isEqualTo(ssim(board, "encoded", Counting.INTERSECTION));
            assertThat(ssim(board, "half", Counting.PENALISED)).isLessThan(ssim(board, "blurred", Counting.PENALISED));
            for (Counting counting : Counting.values()) {
                assertThat(ssim(board, "truth", counting)).isEqualTo(1);
                assertThat(ssim(board, "truth", counting)).isGreaterThan(ssim(board, "encoded", counting));
                assertThat(ssim(board, "encoded", counting)).isGreaterThan(ssim(board, "blurred", counting));
            }
            assertThat(interval(board, "garbage", Counting.OF_VALID)).isNull();
            assertThat(interval(board, "garbage", Counting.INTERSECTION)).isNull();
            assertThat(ssim(board, "garbage", Counting.PENALISED)).isZero();
            assertThat(ReportText.latex(board)).contains("garbage/run-1 & 0.0\\% & -- & -- & -- & --");
            assertThat(reports.getFirst().failures()).isEqualTo(Map.of("unreadable", 4L));
            assertThat(reports.get(1).failures()).isEqualTo(Map.of("missing", 2L));
        }
    }

    private static double ssim(Leaderboard board, String method, Counting counting) {
        return Objects.requireNonNull(interval(board, method, counting)).mean();
    }

    private static @Nullable Interval interval(Leaderboard board, String method, Counting counting) {
        Leaderboard.Row row = board.rows().stream()
                .filter(each -> each.method().equals(method + "/run-1"))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(row.means().get(counting)).get(Metric.SSIM.toString());
    }

    @Test
    void whatDoesNotCountHasItsReasonAndStopsNothing() throws Exception {
        try (EvaluatedMethods methods = methods("reasons")) {
            var truth = EvaluatedMethods.truth(0);
            methods.submit("odd", 0, methods.film(MadeUpVideos.without(truth, 7), true));
            methods.submit("odd", 1, methods.film(MadeUpVideos.each(truth, frame -> truth.getFirst()), true));
            methods.submit("odd", 2, methods.film(MadeUpVideos.each(truth, frame -> black()), true));
            EvaluationReport report = methods.report(methods.evaluate("odd", "correct"));

            assertThat(report.failures())
                    .isEqualTo(Map.of("wrong-length", 1L, "static", 1L, "black", 1L, "missing", 1L));
            assertThat(report.suspicions()).containsEntry("dropped-frame", 1L);
            Failure wrongLength = report.cases().stream()
                    .map(EvaluationReport.CaseLine::failure)
                    .filter(failure -> failure != null && failure.code().equals("wrong-length"))
                    .findFirst()
                    .orElseThrow();
            assertThat(wrongLength.measured()).isEqualTo(23);
            assertThat(wrongLength.threshold()).isEqualTo(24);
            assertThat(methods.report(methods.evaluate("odd", "disco-compat")).failures())
                    .doesNotContainKey("wrong-length");
        }
    }

    private static org.magicanime.eval.domain.metric.RgbFrame black() {
        return new org.magicanime.eval.domain.metric.RgbFrame(
                MadeUpVideos.WIDTH, MadeUpVideos.HEIGHT, new byte[3 * MadeUpVideos.WIDTH * MadeUpVideos.HEIGHT]);
    }

    @Test
    void whoIsKilledManyTimesWritesTheSameReport() throws Exception {
        try (EvaluatedMethods undisturbed = methods("undisturbed");
                EvaluatedMethods killed = methods("killed")) {
            for (EvaluatedMethods each : List.of(undisturbed, killed)) {
                submitFive(each);
            }
            EvalCompleted expected = undisturbed.evaluate("half", "correct");
            Random random = new Random(3);
            AtomicInteger kills = new AtomicInteger();
            List<PipelineEvent> told = killed.handle(EvaluatedMethods.request("half", "correct"), event -> {
                boolean dies = kills.get() < 20 && random.nextInt(3) > 0;
                kills.addAndGet(dies ? 1 : 0);
                return dies;
            });
            EvalCompleted completed = (EvalCompleted) told.getLast();

            assertThat(kills).hasValue(20);
            for (String name : expected.report().keySet()) {
                // The benchmark's bytes are the same in both stores, and so is everything that follows from them.
                assertThat(new String(killed.file(completed, name), UTF_8))
                        .as(name)
                        .isEqualTo(new String(undisturbed.file(expected, name), UTF_8));
            }
        }
    }

    @Test
    void evaluatedAgainItIsTheSameEvenIfTheVideosAreGone() throws Exception {
        try (EvaluatedMethods methods = methods("again")) {
            submitFive(methods);
            EvalCompleted first = methods.evaluate("blurred", "paper");
            for (int number = 0; number < EvaluatedMethods.CASES; number++) {
                methods.submitGarbage("blurred", number, "replaced");
            }

            assertThat(methods.evaluate("blurred", "paper")).isEqualTo(first);
        }
    }

    @Test
    void aRequestThatCannotBeFulfilledIsRejected() throws Exception {
        try (EvaluatedMethods methods = methods("rejected")) {
            assertThatThrownBy(() -> methods.evaluate("truth", "no-such"))
                    .isInstanceOf(RejectedException.class)
                    .satisfies(
                            e -> assertThat(((RejectedException) e).rejection().code())
                                    .isEqualTo("no-such-profile"));
        }
    }
}
