package org.magicanime.dataset.web;

import java.util.List;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.dataset.domain.evaluation.KeptEvaluation;

/// How far an evaluation is.
///
/// @param asked whether it was asked for on the page before
/// @param known reports that there were when it was asked for: where there are more, it is done
/// @param left whether nothing has come of it for so long that nobody waits any more
/// @param cases on which the task is asked; 0 if there is no such benchmark
/// @param rows one for each set of parameters that it was begun with
public record EvaluationState(
        EvalRequested request, boolean asked, int known, boolean left, int cases, List<Row> rows) {
    /// @param text of the report; empty while there is none
    public record Row(EvalRequested request, KeptEvaluation kept, String text) {
        public List<String> files() {
            return List.copyOf(kept.report());
        }

        public String href(String name) {
            return "/evaluation/report?" + EvaluationParams.query(request) + "&params=" + kept.paramsHash() + "&name="
                    + name;
        }
    }

    /// Whether it was asked for, as far as this page knows.
    public boolean isBegun() {
        return asked || !rows.isEmpty();
    }

    /// Where the page asks again; empty if nothing is awaited.
    public String live() {
        boolean unfinished = rows.stream().anyMatch(row -> !row.kept().isDone());
        return isAwaited() || !asked && unfinished
                ? "/evaluation/live?" + EvaluationParams.query(request) + "&asked=" + asked + "&known=" + known
                : "";
    }

    /// Whether nothing more is awaited.
    public boolean isOver() {
        return left || live().isEmpty();
    }

    /// Whether it was asked for, and nothing that was not there has come of it yet.
    public boolean isAwaited() {
        return asked && reports() <= known;
    }

    /// Sets of parameters with which it has a report.
    public int reports() {
        return (int) rows.stream().filter(row -> row.kept().isDone()).count();
    }

    /// The same, when it was waited for in vain.
    EvaluationState asLeft() {
        return new EvaluationState(request, asked, known, true, cases, rows);
    }
}
