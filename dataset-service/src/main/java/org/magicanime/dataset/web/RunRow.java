package org.magicanime.dataset.web;

import java.util.List;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.dataset.domain.evaluation.KeptEvaluation;

/// A line of the table of runs.
///
/// @param request that would evaluate it
/// @param cases on which the task is asked
/// @param videos of those that it has
/// @param kept of its evaluation
public record RunRow(EvalRequested request, int cases, int videos, List<KeptEvaluation> kept) {
    public String href() {
        return "/evaluation?" + EvaluationParams.query(request);
    }

    public boolean isDone() {
        return kept.stream().anyMatch(KeptEvaluation::isDone);
    }

    /// How far it is, in words.
    public String state() {
        if (isDone()) {
            return "done";
        }
        return kept.isEmpty()
                ? "not evaluated"
                : "%s of %s cases scored"
                        .formatted(ShownNumbers.count(kept.getFirst().scored()), ShownNumbers.count(cases));
    }
}
