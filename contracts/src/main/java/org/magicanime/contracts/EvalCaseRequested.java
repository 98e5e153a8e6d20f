package org.magicanime.contracts;

import org.jspecify.annotations.Nullable;

/// One case of an evaluation is to be scored.
///
/// @param evalId the evaluation
/// @param paramsHash what it is scored with: profile, models, code, and the benchmark
/// @param task what the method was asked
/// @param profile of conventions
/// @param benchmarkCase what is compared with
/// @param submission the method's video, exactly this version; absent if there is none
/// @param plan `plan.json` of the evaluation
public record EvalCaseRequested(
        String evalId,
        String paramsHash,
        BenchmarkTask task,
        String profile,
        BenchmarkCase benchmarkCase,
        @Nullable ObjectOrigin submission,
        ArtifactRef plan)
        implements PipelineEvent {
    public EvalCaseRequested {
        Checks.hex16(evalId, "evalId");
        ParamsHash.require(paramsHash);
        Checks.present(task, "task");
        Checks.code(profile, "profile");
        Checks.present(benchmarkCase, "benchmarkCase");
        Checks.that(benchmarkCase.tasks().contains(task), "the task must be one of the case's");
        Checks.present(plan, "plan");
    }

    @Override
    public String itemId() {
        return evalId + "-" + benchmarkCase.caseId();
    }
}
