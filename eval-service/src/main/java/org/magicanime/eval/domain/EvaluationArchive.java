package org.magicanime.eval.domain;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.ObjectOrigin;

/// Where benchmarks and videos come from and where scores and reports are kept. The first writer of an artifact wins;
/// what is there already counts as done.
public interface EvaluationArchive {
    /// A document and where it is.
    record Kept<T>(T content, ArtifactRef ref) {}

    /// @param name see {@link org.magicanime.contracts.VersionName}
    Optional<Kept<Benchmark>> benchmark(String name);

    /// What a method has put there, by case: the videos `{caseId}.mp4`; other objects are left alone.
    Map<String, ObjectOrigin> submissions(String method, String run);

    /// Fetches an artifact of ours into a file that does not exist yet, checked by its SHA-256.
    void fetch(ArtifactRef artifact, Path target);

    /// Fetches exactly this version of a stranger's video.
    ///
    /// @return SHA-256 of its bytes
    /// @throws SubmissionGoneException if this version is not there any more, or it is too large
    String fetch(ObjectOrigin video, Path target);

    Kept<EvaluationPlan> keepPlan(EvaluationPlan plan);

    EvaluationPlan plan(ArtifactRef plan);

    Optional<Kept<CaseScores>> findScores(String evalId, String paramsHash, String caseId);

    Kept<CaseScores> keepScores(String paramsHash, CaseScores scores);

    /// Cases that have scores.
    List<String> scoredCases(String evalId, String paramsHash);

    /// @param content files by name, such as `report.json`
    Map<String, ArtifactRef> keepReport(EvaluationPlan plan, Map<String, byte[]> content);
}
