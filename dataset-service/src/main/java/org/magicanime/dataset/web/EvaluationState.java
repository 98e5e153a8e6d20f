package org.magicanime.dataset.web;

import java.util.List;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.dataset.domain.evaluation.KeptEvaluation;

/// How far an evaluation is.
///
/// @param asked whether it was asked for on the page before
/// @param cases on which the task is asked; 0 if there is no such benchmark
/// @param rows one for each set of parameters that it was begun with
public record EvaluationState(EvalRequested request, boolean asked, int cases, List<Row> rows) {
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
        boolean awaited = rows.isEmpty() ? asked : !isDone();
        return awaited ? "/evaluation/live?" + EvaluationParams.query(request) : "";
    }

    public boolean isDone() {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.kept().isDone());
    }
}
