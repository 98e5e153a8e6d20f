package org.magicanime.eval.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.Style;
import org.magicanime.eval.domain.CaseScores;
import org.magicanime.eval.domain.EvaluationParameters;
import org.magicanime.eval.domain.EvaluationPlan;
import org.magicanime.eval.domain.Failure;
import org.magicanime.eval.domain.Metric;
import org.magicanime.eval.domain.Profile;

class EvaluationReportTest {
    private static final EvalRequested REQUEST =
            EvalRequested.of("bench-1", "method", "run-1", BenchmarkTask.IMAGE_TO_VIDEO, "correct");
    private static final ArtifactRef BENCHMARK =
            new ArtifactRef("datasets", "benchmarks/bench-1/benchmark.json", "0".repeat(64), 1, "application/json");
    private static final Map<String, Double> WITHOUT_LPIPS = Map.of("psnr", 30.0, "ssim", 0.9, "l1", 0.02);

    @Test
    void whereTheModelOfLpipsIsMissingFailuresHaveNoLpipsEither() {
        EvaluationReport report = report(Optional.empty(), scores("a", null), scores("b", missing()));

        assertThat(report.all().ofValid()).containsOnlyKeys("psnr", "ssim", "l1");
        assertThat(report.all().penalised()).containsKeys("psnr", "ssim", "l1").doesNotContainKey("lpips");
    }

    @Test
    void whereAllVideosFailEachMetricThatWouldHaveBeenMeasuredIsTheWorst() {
        EvaluationReport report = report(Optional.of("1".repeat(64)), scores("a", missing()), scores("b", missing()));

        assertThat(report.all().ofValid()).isEmpty();
        assertThat(report.all().penalised().get("lpips"))
                .extracting(Interval::mean)
                .isEqualTo(1.0);
        assertThat(report.all().penalised().get("ssim"))
                .extracting(Interval::mean)
                .isEqualTo(0.0);
    }

    @Test
    void whatIsMeasuredIsWhatTheProfileSays() {
        for (String name : List.of("correct", "disco-compat", "paper")) {
            Profile profile = Profile.named(name);
            Map<String, String> parameters = new EvaluationParameters("codec", Optional.of("1".repeat(64)))
                    .of(profile, BenchmarkTask.IMAGE_TO_VIDEO, BENCHMARK);

            assertThat(EvaluationParameters.measured(profile, parameters))
                    .contains(Metric.PSNR, Metric.SSIM, Metric.L1)
                    .matches(metrics -> metrics.contains(Metric.LPIPS) == profile.lpips())
                    .matches(metrics -> metrics.contains(Metric.SSIM_GAUSSIAN_LUMA) == profile.allSsim());
        }
    }

    private static EvaluationReport report(Optional<String> lpips, CaseScores... scores) {
        Map<String, String> parameters = new EvaluationParameters("codec", lpips)
                .of(Profile.named("correct"), BenchmarkTask.IMAGE_TO_VIDEO, BENCHMARK);
        EvaluationPlan plan =
                new EvaluationPlan(REQUEST, parameters, BENCHMARK, new TreeSet<>(List.of("a", "b")), Map.of());
        return EvaluationReport.of(plan, List.of(scores));
    }

    private static Failure missing() {
        return new Failure("missing", "there is no video for the case", null, null);
    }

    private static CaseScores scores(String caseId, @Nullable Failure failure) {
        return new CaseScores(
                REQUEST.evalId(),
                caseId,
                BenchmarkTask.IMAGE_TO_VIDEO,
                Style.JAPAN,
                Difficulty.EASY,
                failure,
                failure == null ? 24 : 0,
                failure == null ? WITHOUT_LPIPS : Map.of(),
                Map.of(),
                List.of(),
                null);
    }
}
