package org.magicanime.contracts;

/// A benchmark is there, whole, and does not change any more.
///
/// @param name its name
/// @param faceCases number of cases
/// @param motionCases likewise
/// @param benchmark `benchmark.json`: a {@link Benchmark}
/// @param inputs `inputs.zip`: all that a method may see
/// @param withTruth `with-truth.zip`: the same and the truth
public record BenchmarkFrozen(
        String name, int faceCases, int motionCases, ArtifactRef benchmark, ArtifactRef inputs, ArtifactRef withTruth)
        implements PipelineEvent {
    public BenchmarkFrozen {
        VersionName.require(name);
        Checks.that(faceCases >= 0 && motionCases >= 0, "faceCases and motionCases must not be negative");
        Checks.present(benchmark, "benchmark");
        Checks.present(inputs, "inputs");
        Checks.present(withTruth, "withTruth");
    }

    @Override
    public String itemId() {
        return name;
    }
}
