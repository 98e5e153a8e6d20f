package org.magicanime.contracts;

import org.jspecify.annotations.Nullable;

/// One case of an evaluation is scored, or is none that can be.
///
/// @param evalId the evaluation
/// @param caseId the case
/// @param paramsHash what it was scored with
/// @param reason why the video does not count, such as `missing`; absent if it counts
/// @param scores the case's document
/// @param plan `plan.json` of the evaluation
public record EvalCaseCompleted(
        String evalId,
        String caseId,
        String paramsHash,
        @Nullable String reason,
        ArtifactRef scores,
        ArtifactRef plan) implements PipelineEvent {
    public EvalCaseCompleted {
        Checks.hex16(evalId, "evalId");
        BenchmarkCase.caseId(caseId);
        ParamsHash.require(paramsHash);
        if (reason != null) {
            Checks.code(reason, "reason");
        }
        Checks.present(scores, "scores");
        Checks.present(plan, "plan");
    }

    @Override
    public String itemId() {
        return evalId + "-" + caseId;
    }
}
