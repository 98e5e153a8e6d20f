package org.magicanime.eval.domain.report;

import java.util.List;
import java.util.Map;
import org.magicanime.eval.domain.Failure;
import org.magicanime.eval.domain.Metric;
import org.magicanime.eval.domain.Suspicion;
import org.magicanime.eval.domain.report.EvaluationReport.CaseLine;

/// A report as a page of its own: no script, nothing from elsewhere. Where the videos lie beside it
/// (`videos/{caseId}/truth.mp4` and `method.mp4`), they play side by side.
public final class ReportPage {
    private static final List<Metric> SHOWN = List.of(Metric.PSNR, Metric.SSIM, Metric.LPIPS, Metric.L1);
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;max-width:1100px;margin:2rem auto;padding:0 1rem;color:#222}
            table{border-collapse:collapse;margin:1rem 0}td,th{border-bottom:1px solid #ddd;padding:.3rem .7rem;text-align:right}
            td:first-child,th:first-child{text-align:left}section{border-top:2px solid #eee;padding:1rem 0}
            video{width:48%;background:#eee;border-radius:4px}.bad{color:#a02020}.odd{color:#8a5a00}code{font-size:13px}
            """;

    private ReportPage() {}

    public static String html(EvaluationReport report) {
        StringBuilder page = new StringBuilder();
        String title =
                escaped(report.request().method() + "/" + report.request().run());
        page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>")
                .append(title)
                .append("</title><style>")
                .append(STYLE)
                .append("</style><h1>")
                .append(title)
                .append("</h1><p>")
                .append(escaped("%s on %s, profile %s. %d of %d videos count (VSR %s)."
                        .formatted(
                                report.request().task(),
                                report.request().benchmark(),
                                report.request().profile(),
                                report.all().valid(),
                                report.all().cases(),
                                ReportText.percent(report.all().validShare()))))
                .append("</p>");
        counts(page, "bad", "do not count: ", report.failures());
        counts(page, "odd", "look like ", report.suspicions());
        table(page, report);
        page.append("<h2>Cases, the worst first</h2>");
        report.cases().forEach(line -> section(page, line));
        page.append("<h2>Made with</h2><table>");
        report.parameters()
                .forEach((name, value) -> page.append("<tr><td>")
                        .append(escaped(name))
                        .append("<td>")
                        .append(escaped(value)));
        return page.append("<tr><td>paramsHash<td>")
                .append(report.paramsHash())
                .append("</table></html>\n")
                .toString();
    }

    private static void counts(StringBuilder page, String css, String words, Map<String, Long> counts) {
        counts.forEach((code, cases) -> page.append("<p class=\"%s\">".formatted(css))
                .append("%d %s<code>%s</code></p>".formatted(cases, words, escaped(code))));
    }

    private static void table(StringBuilder page, EvaluationReport report) {
        page.append("<table><tr><th>cases<th>VSR");
        SHOWN.forEach(metric -> page.append("<th>").append(metric.toString().toUpperCase(java.util.Locale.ROOT)));
        row(page, "all, videos that count", report.all(), report.all().ofValid());
        row(page, "all, failures penalised", report.all(), report.all().penalised());
        report.byStyle().forEach((name, group) -> row(page, "style " + name, group, group.ofValid()));
        report.byDifficulty().forEach((name, group) -> row(page, "difficulty " + name, group, group.ofValid()));
        page.append("</table>");
    }

    private static void row(StringBuilder page, String name, Group group, Map<String, Interval> means) {
        page.append("<tr><td>%s (%d)<td>%s"
                .formatted(escaped(name), group.cases(), ReportText.percent(group.validShare())));
        for (Metric metric : SHOWN) {
            Interval each = means.get(metric.toString());
            page.append("<td>").append(each == null ? "" : ReportText.withInterval(metric, each));
        }
    }

    private static void section(StringBuilder page, CaseLine line) {
        page.append("<section><h3><code>%s</code> %s, %s</h3>"
                .formatted(escaped(line.caseId()), escaped(line.style()), escaped(line.difficulty())));
        Failure failure = line.failure();
        if (failure != null) {
            page.append("<p class=\"bad\"><code>%s</code> %s</p>"
                    .formatted(escaped(failure.code()), escaped(failure.text())));
        } else {
            page.append("<p>");
            for (Metric metric : SHOWN) {
                Double value = line.frameMeans().get(metric.toString());
                if (value != null) {
                    page.append("%s %s &nbsp; "
                            .formatted(
                                    metric.toString().toUpperCase(java.util.Locale.ROOT),
                                    ReportText.number(metric, value)));
                }
            }
            page.append("worst frame %s of %d</p>".formatted(line.worstFrame(), line.frames()));
        }
        for (Suspicion each : line.suspicions()) {
            page.append("<p class=\"odd\"><code>%s</code> %s; undone, %s of the squared error is left</p>"
                    .formatted(escaped(each.code()), escaped(each.text()), ReportText.percent(each.share())));
        }
        if (line.videoSha256() != null) {
            page.append("<video controls muted loop preload=\"metadata\" src=\"videos/%s/truth.mp4\"></video> "
                    .formatted(escaped(line.caseId())));
            page.append("<video controls muted loop preload=\"metadata\" src=\"videos/%s/method.mp4\"></video>"
                    .formatted(escaped(line.caseId())));
        }
        page.append("</section>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
