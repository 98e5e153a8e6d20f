package org.magicanime.local.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.BenchmarkCase;
import org.magicanime.contracts.EvalCompleted;
import org.magicanime.stage.EventJson;

/// The report of an evaluation, for a person.
public final class EvaluationFiles {
    private static final int LARGEST = 64 << 20;

    private final ArtifactStore store;
    private final EvalCompleted completed;

    public EvaluationFiles(ArtifactStore store, EvalCompleted completed) {
        this.store = store;
        this.completed = completed;
    }

    /// A file of the report as text.
    public String text(String name) {
        ArtifactRef ref = Objects.requireNonNull(completed.report().get(name), name);
        try (InputStream in = store.read(ref, 0, ref.size())) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Copies the report into a folder, and beside it the videos that its page plays.
    ///
    /// @param benchmarks the bucket of benchmarks
    /// @param videos of the method, by case
    public void bring(Path folder, String benchmarks, Map<String, Path> videos) {
        try {
            Files.createDirectories(folder);
            for (String name : completed.report().keySet()) {
                Files.writeString(folder.resolve(name), text(name));
            }
            byte[] json = store.find(
                            benchmarks, ArtifactKeys.ofBenchmark(completed.benchmark(), "benchmark.json"), LARGEST)
                    .orElseThrow();
            for (BenchmarkCase each : EventJson.read(json, Benchmark.class).of(completed.task())) {
                Path own = videos.get(each.caseId());
                if (own != null) {
                    Path beside =
                            Files.createDirectories(folder.resolve("videos").resolve(each.caseId()));
                    Files.copy(own, beside.resolve("method.mp4"), StandardCopyOption.REPLACE_EXISTING);
                    Files.deleteIfExists(beside.resolve("truth.mp4"));
                    store.get(each.truth(), beside.resolve("truth.mp4"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
