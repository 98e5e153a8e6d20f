package org.magicanime.eval.domain.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.magicanime.eval.domain.Metric;
import org.magicanime.eval.domain.report.Bootstrap.Weighted;
import org.magicanime.eval.domain.report.EvaluationReport.CaseLine;

/// Methods side by side, counted in three ways.
///
/// @param parameters what all of them were scored with
/// @param intersection cases on which the video of every method counts
/// @param rows by penalised SSIM, the best first
public record Leaderboard(Map<String, String> parameters, int cases, int intersection, List<Row> rows) {
    public Leaderboard {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        rows = List.copyOf(rows);
    }

    /// The three ways.
    public enum Counting {
        /// Each method on the videos of it that count, as the paper's table.
        OF_VALID,
        /// All methods on the same cases.
        INTERSECTION,
        /// All methods on all cases; what does not count has no likeness at all.
        PENALISED
    }

    /// @param method and its run, as `method/run`
    /// @param validShare VSR, 0 to 1
    /// @param means by counting, then by metric
    public record Row(String method, double validShare, Map<Counting, Map<String, Interval>> means) {}

    /// Methods none of whose videos count take part in no intersection: nobody could be compared.
    ///
    /// @param reports of one benchmark, task and profile
    /// @throws IllegalArgumentException if they were not scored with the same parameters, or there are none
    public static Leaderboard of(List<EvaluationReport> reports) {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("there is no report to compare");
        }
        Map<String, String> parameters = reports.getFirst().parameters();
        if (reports.stream().anyMatch(each -> !each.parameters().equals(parameters))) {
            throw new IllegalArgumentException(
                    "reports that were not scored with the same parameters cannot be compared");
        }
        Set<String> common = common(reports);
        List<Row> rows = reports.stream()
                .map(report -> row(report, common))
                .sorted(Comparator.comparingDouble(Leaderboard::penalisedSsim)
                        .reversed()
                        .thenComparing(Row::method))
                .toList();
        return new Leaderboard(parameters, reports.getFirst().all().cases(), common.size(), rows);
    }

    private static Set<String> common(List<EvaluationReport> reports) {
        Set<String> common = null;
        for (EvaluationReport report : reports) {
            Set<String> valid = new TreeSet<>();
            report.cases().stream().filter(each -> each.failure() == null).forEach(each -> valid.add(each.caseId()));
            if (valid.isEmpty()) {
                continue;
            }
            if (common == null) {
                common = valid;
            } else {
                common.retainAll(valid);
            }
        }
        return common == null ? Set.of() : common;
    }

    private static Row row(EvaluationReport report, Set<String> common) {
        boolean frameWeighted = report.parameters().getOrDefault("mean", "").equals("over all frames");
        Map<String, Interval> intersection = new TreeMap<>();
        for (Metric metric : Metric.values()) {
            List<Weighted> values = report.cases().stream()
                    .filter(each ->
                            common.contains(each.caseId()) && each.frameMeans().containsKey(metric.toString()))
                    .sorted(Comparator.comparing(CaseLine::caseId))
                    .map(each -> new Weighted(
                            java.util.Objects.requireNonNull(each.frameMeans().get(metric.toString())),
                            frameWeighted ? each.frames() : 1))
                    .toList();
            if (!values.isEmpty()) {
                intersection.put(metric.toString(), Bootstrap.of(values));
            }
        }
        return new Row(
                report.request().method() + "/" + report.request().run(),
                report.all().validShare(),
                Map.of(
                        Counting.OF_VALID,
                        report.all().ofValid(),
                        Counting.INTERSECTION,
                        intersection,
                        Counting.PENALISED,
                        report.all().penalised()));
    }

    private static double penalisedSsim(Row row) {
        Interval ssim = java.util.Objects.requireNonNull(row.means().get(Counting.PENALISED))
                .get(Metric.SSIM.toString());
        return ssim == null ? 0 : ssim.mean();
    }
}
