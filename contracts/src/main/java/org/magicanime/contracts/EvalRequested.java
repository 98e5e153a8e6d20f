package org.magicanime.contracts;

import java.util.List;

/// Somebody wants a method's videos to be scored. They lie under `{method}/{run}/{caseId}.mp4` in the bucket
/// `evaluations`, all of them, when this is told: what lies there then is what is scored. Other videos of the same
/// method are another run.
///
/// @param evalId see {@link #id}
/// @param benchmark its name
/// @param method whose videos they are; named like a version
/// @param run which of its videos; named like a version
/// @param task what the method was asked
/// @param profile of conventions, such as `correct`
public record EvalRequested(
        String evalId, String benchmark, String method, String run, BenchmarkTask task, String profile)
        implements PipelineEvent {
    /// Profiles that there are. The first one is meant where a request says none.
    public static final List<String> PROFILES = List.of("correct", "disco-compat", "paper");

    public EvalRequested {
        VersionName.require(Checks.text(benchmark, "benchmark", 64));
        VersionName.require(Checks.text(method, "method", 64));
        VersionName.require(Checks.text(run, "run", 64));
        Checks.present(task, "task");
        Checks.code(profile, "profile");
        Checks.that(
                id(benchmark, method, run, task, profile).equals(evalId),
                "evalId must be derived from benchmark, method, run, task and profile");
    }

    /// A request with its id.
    public static EvalRequested of(String benchmark, String method, String run, BenchmarkTask task, String profile) {
        return new EvalRequested(id(benchmark, method, run, task, profile), benchmark, method, run, task, profile);
    }

    /// 16 hex digits: the same question is the same evaluation.
    public static String id(String benchmark, String method, String run, BenchmarkTask task, String profile) {
        return Digests.sha256Hex(List.of(benchmark, method, run, task.toString(), profile))
                .substring(0, 16);
    }

    @Override
    public String itemId() {
        return evalId;
    }
}
