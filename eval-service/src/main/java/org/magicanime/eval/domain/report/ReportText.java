package org.magicanime.eval.domain.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.magicanime.eval.domain.Failure;
import org.magicanime.eval.domain.Metric;
import org.magicanime.eval.domain.Suspicion;
import org.magicanime.eval.domain.report.EvaluationReport.CaseLine;
import org.magicanime.eval.domain.report.Leaderboard.Counting;

/// Reports as CSV, Markdown and LaTeX. The same report gives the same text.
public final class ReportText {
    private static final List<Metric> OF_PAPER = List.of(Metric.PSNR, Metric.SSIM, Metric.LPIPS, Metric.L1);

    private ReportText() {}

    /// One row a case.
    public static String csv(EvaluationReport report) {
        StringBuilder text = new StringBuilder("case,style,difficulty,valid,reason,frames");
        for (Metric metric : Metric.values()) {
            text.append(',').append(metric);
        }
        text.append(",worst-frame,suspicions,video-sha256\n");
        for (CaseLine line : report.cases()) {
            Failure failure = line.failure();
            StringJoiner row = new StringJoiner(",");
            row.add(line.caseId()).add(line.style()).add(line.difficulty());
            row.add(Boolean.toString(failure == null));
            row.add(failure == null ? "" : failure.code());
            row.add(Integer.toString(line.frames()));
            for (Metric metric : Metric.values()) {
                Double value = line.frameMeans().get(metric.toString());
                row.add(value == null ? "" : value.toString());
            }
            row.add(line.worstFrame() == null ? "" : line.worstFrame().toString());
            row.add(String.join(
                    " ", line.suspicions().stream().map(Suspicion::code).toList()));
            row.add(line.videoSha256() == null ? "" : line.videoSha256());
            text.append(row).append('\n');
        }
        return text.toString();
    }

    public static String markdown(EvaluationReport report) {
        StringBuilder text = new StringBuilder("# %s, run %s: %s on %s\n\n"
                .formatted(
                        report.request().method(),
                        report.request().run(),
                        report.request().task(),
                        report.request().benchmark()));
        text.append("%d of %d videos count (VSR %s).\n"
                .formatted(
                        report.all().valid(),
                        report.all().cases(),
                        percent(report.all().validShare())));
        report.failures().forEach((code, cases) -> text.append("- `%s`: %d\n".formatted(code, cases)));
        report.suspicions().forEach((code, cases) -> text.append("- looks like `%s`: %d\n".formatted(code, cases)));
        text.append("\nVideos that count\n\n");
        table(text, groups(report), false);
        text.append("\nAll cases, failures penalised\n\n");
        table(text, groups(report), true);
        text.append("\nEach cell: mean [95 % bootstrap interval over cases].\n\n| parameter | value |\n|---|---|\n");
        report.parameters().forEach((name, value) -> text.append("| %s | %s |\n".formatted(name, value)));
        return text.append("| paramsHash | %s |\n".formatted(report.paramsHash()))
                .toString();
    }

    private static Map<String, Group> groups(EvaluationReport report) {
        Map<String, Group> groups = new java.util.LinkedHashMap<>();
        groups.put("all", report.all());
        report.byStyle().forEach((name, group) -> groups.put("style " + name, group));
        report.byDifficulty().forEach((name, group) -> groups.put("difficulty " + name, group));
        return groups;
    }

    private static void table(StringBuilder text, Map<String, Group> groups, boolean penalised) {
        List<Metric> metrics = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            if (groups.values().stream()
                    .anyMatch(group -> means(group, penalised).containsKey(metric.toString()))) {
                metrics.add(metric);
            }
        }
        text.append("| cases | VSR |");
        metrics.forEach(metric -> text.append(" %s |".formatted(heading(metric))));
        text.append("\n|---|---|%s\n".formatted("---|".repeat(metrics.size())));
        groups.forEach((name, group) -> {
            text.append("| %s (%d) | %s |".formatted(name, group.cases(), percent(group.validShare())));
            for (Metric metric : metrics) {
                Interval each = means(group, penalised).get(metric.toString());
                text.append(" %s |".formatted(each == null ? "" : withInterval(metric, each)));
            }
            text.append("\n");
        });
    }

    private static Map<String, Interval> means(Group group, boolean penalised) {
        return penalised ? group.penalised() : group.ofValid();
    }

    /// Three tables.
    public static String markdown(Leaderboard board) {
        StringBuilder text = new StringBuilder();
        for (Counting counting : Counting.values()) {
            text.append("\n%s\n\n| method | VSR |".formatted(title(board, counting)));
            OF_PAPER.forEach(metric -> text.append(" %s |".formatted(heading(metric))));
            text.append("\n|---|---|%s\n".formatted("---|".repeat(OF_PAPER.size())));
            for (Leaderboard.Row row : board.rows()) {
                text.append("| %s | %s |".formatted(row.method(), percent(row.validShare())));
                for (Metric metric : OF_PAPER) {
                    Interval each = of(row, counting, metric);
                    text.append(" %s |".formatted(each == null ? "–" : withInterval(metric, each)));
                }
                text.append("\n");
            }
        }
        return text.substring(1);
    }

    private static String title(Leaderboard board, Counting counting) {
        return switch (counting) {
            case OF_VALID -> "Each method on its videos that count (as the paper counts)";
            case INTERSECTION ->
                "All methods on the %d of %d cases on which every method has a video that counts"
                        .formatted(board.intersection(), board.cases());
            case PENALISED -> "All methods on all %d cases, failures penalised".formatted(board.cases());
        };
    }

    private static @Nullable Interval of(Leaderboard.Row row, Counting counting, Metric metric) {
        return java.util.Objects.requireNonNull(row.means().get(counting)).get(metric.toString());
    }

    /// The layout of Table II of arXiv 2507.20368: VSR, PSNR, SSIM, LPIPS, L1 of each method, on its videos that count.
    public static String latex(Leaderboard board) {
        StringBuilder text = new StringBuilder("""
                \\begin{tabular}{lccccc}
                \\toprule
                Method & VSR$\\uparrow$ & PSNR$\\uparrow$ & SSIM$\\uparrow$ & LPIPS$\\downarrow$ & L1$\\downarrow$ \\\\
                \\midrule
                """);
        for (Leaderboard.Row row : board.rows()) {
            text.append("%s & %s"
                    .formatted(escaped(row.method()), percent(row.validShare()).replace("%", "\\%")));
            for (Metric metric : OF_PAPER) {
                Interval each = of(row, Counting.OF_VALID, metric);
                text.append(" & %s".formatted(each == null ? "--" : number(metric, each.mean())));
            }
            text.append(" \\\\\n");
        }
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("_", "\\_");
    }

    private static String heading(Metric metric) {
        return metric.toString().toUpperCase(Locale.ROOT) + (metric.moreIsBetter() ? " ↑" : " ↓");
    }

    static String withInterval(Metric metric, Interval each) {
        return "%s [%s, %s]"
                .formatted(number(metric, each.mean()), number(metric, each.low()), number(metric, each.high()));
    }

    static String number(Metric metric, double value) {
        if (metric == Metric.PSNR) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
        boolean tiny = value != 0 && Math.abs(value) < 0.001;
        return String.format(Locale.ROOT, tiny ? "%.2e" : "%.4f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
