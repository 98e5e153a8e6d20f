package org.magicanime.eval.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.EvalCaseCompleted;
import org.magicanime.contracts.EvalCompleted;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.Telling;
import org.magicanime.eval.domain.report.EvaluationReport;
import org.magicanime.eval.domain.report.Leaderboard;
import org.magicanime.eval.domain.report.ReportPage;
import org.magicanime.eval.domain.report.ReportText;

/// Writes the report of an evaluation when its last case has scores. Whoever hears of a case looks whether it was the
/// last one; two who both find so write the same.
public final class ReportWriter {
    private final EvaluationArchive archive;
    private final Function<EvaluationReport, byte[]> json;

    /// @param json writes a report so that equal reports give equal bytes
    public ReportWriter(EvaluationArchive archive, Function<EvaluationReport, byte[]> json) {
        this.archive = archive;
        this.json = json;
    }

    /// Tells the report if there is one now.
    public void completed(EvalCaseCompleted scored, Telling tell) {
        EvaluationPlan plan = archive.plan(scored.plan());
        if (!new HashSet<>(archive.scoredCases(scored.evalId(), scored.paramsHash())).containsAll(plan.cases())) {
            return;
        }
        List<CaseScores> scores = new ArrayList<>();
        for (String caseId : plan.cases()) {
            scores.add(archive.findScores(scored.evalId(), scored.paramsHash(), caseId)
                    .orElseThrow(
                            () -> new IllegalStateException("the scores of " + caseId + " were there and are gone"))
                    .content());
        }
        EvaluationReport report = EvaluationReport.of(plan, scores);
        Leaderboard alone = Leaderboard.of(List.of(report));
        Map<String, byte[]> files = new TreeMap<>();
        files.put("report.json", json.apply(report));
        files.put("report.csv", ReportText.csv(report).getBytes(UTF_8));
        files.put("report.md", ReportText.markdown(report).getBytes(UTF_8));
        files.put("report.tex", ReportText.latex(alone).getBytes(UTF_8));
        files.put("report.html", ReportPage.html(report).getBytes(UTF_8));
        tell(plan, report, archive.keepReport(plan, files), tell);
    }

    private static void tell(
            EvaluationPlan plan, EvaluationReport report, Map<String, ArtifactRef> files, Telling tell) {
        EvalRequested request = plan.request();
        tell.accept(new EvalCompleted(
                request.evalId(),
                request.benchmark(),
                request.method(),
                request.run(),
                request.task(),
                request.profile(),
                plan.paramsHash(),
                report.all().cases(),
                report.all().valid(),
                files));
    }
}
