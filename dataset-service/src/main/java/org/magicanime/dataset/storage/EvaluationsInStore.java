package org.magicanime.dataset.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.VersionName;
import org.magicanime.dataset.domain.evaluation.EvaluationReader;
import org.magicanime.dataset.domain.evaluation.KeptEvaluation;
import org.magicanime.dataset.domain.evaluation.SubmittedRuns;
import org.magicanime.dataset.domain.evaluation.SubmittedRuns.Run;
import org.magicanime.dataset.domain.evaluation.SubmittedVideos;
import org.magicanime.stage.EventJson;

/// Read from the object store, which is where evaluations are kept: the ledger has none. Nothing but the names of
/// methods' videos is read.
public final class EvaluationsInStore implements EvaluationReader {
    private static final String BENCHMARK = "benchmark.json";
    private static final String VIDEO = ".mp4";
    /// Under it are the scores of an evaluation, beside its plan and report.
    private static final String CASES = "cases/";
    /// Bytes of a benchmark's document; one of 400 cases has about 2 MiB.
    private static final int LARGEST = 256 << 20;

    /// More benchmarks than anybody chooses from in a list.
    private static final int MOST_BENCHMARKS = 1_000;

    /// Folders that can be no method's are not looked into, so that many of them cost little.
    private static final int UNUSABLE_FOR_EACH = 10;

    private final ArtifactStore store;
    private final Buckets buckets;
    private volatile boolean ready;

    /// @param benchmarks where benchmarks are
    /// @param submissions where methods put their videos
    /// @param results where scores and reports are
    public record Buckets(String benchmarks, String submissions, String results) {}

    public EvaluationsInStore(ArtifactStore store, Buckets buckets) {
        this.store = store;
        this.buckets = buckets;
    }

    @Override
    public List<String> benchmarks() {
        ensureBuckets();
        return store.folders(buckets.benchmarks(), ArtifactKeys.BENCHMARKS, MOST_BENCHMARKS).stream()
                .filter(EvaluationsInStore::isName)
                .filter(name -> store.stat(buckets.benchmarks(), ArtifactKeys.ofBenchmark(name, BENCHMARK))
                        .isPresent())
                .sorted()
                .toList();
    }

    @Override
    public Optional<Benchmark> benchmark(String name) {
        ensureBuckets();
        return store.find(buckets.benchmarks(), ArtifactKeys.ofBenchmark(name, BENCHMARK), LARGEST)
                .map(json -> EventJson.read(json, Benchmark.class));
    }

    @Override
    public String bucket() {
        return buckets.submissions();
    }

    @Override
    public SubmittedRuns runs(String method, int most) {
        ensureBuckets();
        List<Run> runs = new ArrayList<>();
        int unusable = 0;
        int looked = 0;
        int named = UNUSABLE_FOR_EACH * most;
        List<String> methods = method.isEmpty()
                ? store.folders(buckets.submissions(), "", named)
                : Stream.of(method).filter(EvaluationsInStore::isName).toList();
        boolean more = methods.size() == named;
        for (String each : methods) {
            if (!isName(each)) {
                unusable++;
                continue;
            }
            if (looked++ == most) {
                return new SubmittedRuns(runs, unusable, true);
            }
            List<String> folders = store.folders(buckets.submissions(), each + "/", named);
            more |= folders.size() == named;
            for (String run : folders) {
                if (!isName(run)) {
                    unusable++;
                } else if (runs.size() == most) {
                    return new SubmittedRuns(runs, unusable, true);
                } else {
                    runs.add(new Run(each, run));
                }
            }
        }
        return new SubmittedRuns(runs, unusable, more);
    }

    @Override
    public SubmittedVideos videos(String method, String run, Set<String> cases) {
        ensureBuckets();
        String prefix = ArtifactKeys.submissions(method, run);
        SortedSet<String> found = new TreeSet<>();
        int[] others = {0};
        store.list(buckets.submissions(), prefix, object -> {
            String name = object.key().substring(prefix.length());
            String caseId = name.endsWith(VIDEO) ? name.substring(0, name.length() - VIDEO.length()) : "";
            if (cases.contains(caseId)) {
                found.add(caseId);
            } else {
                others[0]++;
            }
        });
        return new SubmittedVideos(found, others[0]);
    }

    @Override
    public List<KeptEvaluation> kept(String evalId) {
        String prefix = ArtifactKeys.evaluation(evalId);
        Map<String, List<String>> files = new TreeMap<>();
        store.list(buckets.results(), prefix, object -> {
            String[] parts = object.key().substring(prefix.length()).split("/", 2);
            if (parts.length == 2) {
                files.computeIfAbsent(parts[0], paramsHash -> new ArrayList<>()).add(parts[1]);
            }
        });
        List<KeptEvaluation> kept = new ArrayList<>();
        files.forEach((paramsHash, names) -> {
            long scored = names.stream().filter(name -> name.startsWith(CASES)).count();
            SortedSet<String> report = new TreeSet<>(KeptEvaluation.REPORT);
            report.retainAll(names);
            kept.add(new KeptEvaluation(paramsHash, (int) scored, report));
        });
        kept.sort(Comparator.comparing((KeptEvaluation each) -> !each.isDone())
                .thenComparing(KeptEvaluation::paramsHash));
        return kept;
    }

    @Override
    public Optional<ArtifactRef> reportFile(String evalId, String paramsHash, String name) {
        return KeptEvaluation.REPORT.contains(name)
                ? store.ref(buckets.results(), ArtifactKeys.ofEvaluation(evalId, paramsHash, name))
                : Optional.empty();
    }

    private static boolean isName(String text) {
        try {
            VersionName.require(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// The bucket of what stages keep is there, or no event would be.
    private void ensureBuckets() {
        if (!ready) {
            store.ensureBucket(buckets.benchmarks());
            store.ensureBucket(buckets.submissions());
            ready = true;
        }
    }
}
