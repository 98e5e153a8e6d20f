package org.magicanime.dataset.web;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.dataset.domain.evaluation.EvaluationPreview;

/// The page of an evaluation, but for how far it is.
///
/// @param preview what it would score now; absent where it cannot begin
/// @param fault why it cannot; empty if it can
/// @param mayBegin whether the one who looks may begin any
public record EvaluationPage(
        EvalRequested request, @Nullable EvaluationPreview preview, String fault, boolean mayBegin) {
    /// Other runs on the same benchmark.
    public String above() {
        return "/evaluations?benchmark=" + request.benchmark() + "&task=" + request.task() + "&profile="
                + request.profile();
    }

    /// What the button sends.
    public String address() {
        return "/evaluation?" + EvaluationParams.query(request);
    }
}
