package org.magicanime.dataset.web;

import java.util.List;
import org.magicanime.dataset.domain.evaluation.SubmittedRuns;

/// The page of runs.
///
/// @param benchmark empty if there is none
/// @param method the only one; empty for all
/// @param bucket where methods put their videos
/// @param benchmarks all names
/// @param tasks that the benchmark asks
/// @param rows empty if there is no such benchmark
/// @param submitted runs whose videos lie there, also where the benchmark is unknown
public record EvaluationsPage(
        String benchmark,
        String task,
        String profile,
        String method,
        String bucket,
        List<String> benchmarks,
        List<String> tasks,
        List<String> profiles,
        List<RunRow> rows,
        SubmittedRuns submitted) {
    public boolean isUnknown() {
        return !benchmark.isEmpty() && !benchmarks.contains(benchmark);
    }
}
