package org.magicanime.contracts;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// All cases of an evaluation are scored, and there is a report.
///
/// @param evalId the evaluation
/// @param benchmark its name
/// @param method whose videos were scored
/// @param run which of its videos
/// @param task what the method was asked
/// @param profile of conventions
/// @param paramsHash what was scored with
/// @param cases how many
/// @param valid how many videos count
/// @param report files by name: `report.json`, `.csv`, `.md`, `.tex`, `.html`
public record EvalCompleted(
        String evalId,
        String benchmark,
        String method,
        String run,
        BenchmarkTask task,
        String profile,
        String paramsHash,
        int cases,
        int valid,
        Map<String, ArtifactRef> report)
        implements PipelineEvent {
    public EvalCompleted {
        Checks.hex16(evalId, "evalId");
        VersionName.require(Checks.text(benchmark, "benchmark", 64));
        VersionName.require(Checks.text(method, "method", 64));
        VersionName.require(Checks.text(run, "run", 64));
        Checks.present(task, "task");
        Checks.code(profile, "profile");
        ParamsHash.require(paramsHash);
        Checks.that(valid >= 0 && cases >= valid, "valid must be between 0 and cases");
        report = Collections.unmodifiableMap(new TreeMap<>(Checks.present(report, "report")));
    }

    @Override
    public String itemId() {
        return evalId;
    }
}
