package org.magicanime.dataset.domain.evaluation;

import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.BenchmarkCase;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.Telling;

/// Takes what a person wants to be evaluated.
public final class EvaluationRequesting {
    private final EvaluationReader reader;
    private final Telling telling;

    public EvaluationRequesting(EvaluationReader reader, Telling telling) {
        this.reader = reader;
        this.telling = telling;
    }

    /// What would be scored.
    ///
    /// @throws IllegalArgumentException if there is no such profile
    /// @throws NoSuchElementException if there is no such benchmark or run
    /// @throws NothingToScoreException if the benchmark does not ask the task, or the run has no video of its cases
    public EvaluationPreview preview(EvalRequested request) {
        if (!EvalRequested.PROFILES.contains(request.profile())) {
            throw new IllegalArgumentException(
                    "there is no profile '" + request.profile() + "', but " + EvalRequested.PROFILES);
        }
        Set<String> cases = cases(benchmark(request), request.task());
        SubmittedVideos videos = reader.videos(request.method(), request.run(), cases);
        String folder = request.method() + "/" + request.run() + "/";
        if (videos.isNothing()) {
            throw new NoSuchElementException("there is nothing under " + folder + " in the bucket '" + reader.bucket()
                    + "'; put the run's videos there first");
        }
        if (videos.cases().isEmpty()) {
            throw new NothingToScoreException("none of the " + videos.others() + " objects under " + folder
                    + " is the video of a case; they are called {caseId}.mp4, such as "
                    + cases.iterator().next() + ".mp4");
        }
        return new EvaluationPreview(request, cases.size(), videos.missing(cases), videos.others());
    }

    private Benchmark benchmark(EvalRequested request) {
        return reader.benchmark(request.benchmark())
                .orElseThrow(() -> new NoSuchElementException(
                        "there is no benchmark '" + request.benchmark() + "'; there are " + reader.benchmarks()));
    }

    private static Set<String> cases(Benchmark benchmark, BenchmarkTask task) {
        Set<String> cases = new TreeSet<>(
                benchmark.of(task).stream().map(BenchmarkCase::caseId).toList());
        if (cases.isEmpty()) {
            throw new NothingToScoreException("the benchmark " + benchmark.name() + " has no case for the task " + task
                    + "; it has cases for " + tasks(benchmark));
        }
        return cases;
    }

    /// Tasks for which a benchmark has cases.
    public static Set<BenchmarkTask> tasks(Benchmark benchmark) {
        Set<BenchmarkTask> tasks = new TreeSet<>();
        benchmark.cases().forEach(each -> tasks.addAll(each.tasks()));
        return tasks;
    }

    /// Tells the request; told again, it is the same evaluation.
    ///
    /// @throws IllegalArgumentException as {@link #preview} does
    /// @throws NoSuchElementException likewise
    /// @throws NothingToScoreException likewise
    public EvaluationPreview ask(EvalRequested request) {
        EvaluationPreview preview = preview(request);
        telling.accept(request);
        return preview;
    }
}
