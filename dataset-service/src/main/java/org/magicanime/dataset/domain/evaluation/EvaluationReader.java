package org.magicanime.dataset.domain.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Benchmark;

/// Benchmarks, methods' videos, and what is kept of evaluations, as they are now.
///
/// Every method may throw what is {@link org.magicanime.contracts.Busy}.
public interface EvaluationReader {
    /// Names of all that are whole, sorted.
    List<String> benchmarks();

    /// @param name see {@link org.magicanime.contracts.VersionName}
    Optional<Benchmark> benchmark(String name);

    /// Where methods put their videos.
    String bucket();

    /// Runs by method and run, those that come first. Whoever may put videos there may make any number of folders, so
    /// that not all are gone through.
    ///
    /// @param method the only one; empty for all
    /// @param most runs that are told at most; as many methods' folders are looked into at most
    SubmittedRuns runs(String method, int most);

    /// What lies in the folder of a run.
    ///
    /// @param cases whose videos are looked for
    SubmittedVideos videos(String method, String run, Set<String> cases);

    /// What is kept of an evaluation, one for each set of parameters that it was begun with, those with a report first.
    List<KeptEvaluation> kept(String evalId);

    /// A file of a report.
    ///
    /// @param paramsHash of the parameters that it was scored with
    /// @param name one of {@link KeptEvaluation#REPORT}, or there is no such file
    Optional<ArtifactRef> reportFile(String evalId, String paramsHash, String name);
}
