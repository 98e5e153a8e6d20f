package org.magicanime.eval.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ArtifactStore.Stored;
import org.magicanime.artifact.ObjectChangedException;
import org.magicanime.artifact.ObjectNotFoundException;
import org.magicanime.artifact.StoreRefusedException;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.eval.domain.CaseScores;
import org.magicanime.eval.domain.EvaluationArchive;
import org.magicanime.eval.domain.EvaluationPlan;
import org.magicanime.eval.domain.SubmissionGoneException;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.KeptArtifacts;
import org.magicanime.stage.KeptArtifacts.Document;

/// Benchmarks, methods' videos, scores and reports in the object store.
public final class StoredEvaluations implements EvaluationArchive {
    private static final Logger LOG = Logger.getLogger(StoredEvaluations.class);
    private static final String ENDING = ".mp4";
    private static final String JSON = ".json";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "json", "application/json",
            "csv", "text/csv",
            "md", "text/markdown",
            "tex", "text/x-tex",
            "html", "text/html");

    private final ArtifactStore store;
    private final Buckets buckets;
    private final long largestVideo;
    private final KeptArtifacts benchmarks;
    private final KeptArtifacts kept;

    /// @param benchmarks where benchmarks are
    /// @param submissions where methods put their videos
    /// @param results where scores and reports are kept
    public record Buckets(String benchmarks, String submissions, String results) {}

    /// @param largestVideo bytes
    public StoredEvaluations(ArtifactStore store, Buckets buckets, long largestVideo) {
        this.store = store;
        this.buckets = buckets;
        this.largestVideo = largestVideo;
        this.benchmarks = new KeptArtifacts(store, buckets.benchmarks());
        this.kept = new KeptArtifacts(store, buckets.results());
    }

    @Override
    public Optional<Kept<Benchmark>> benchmark(String name) {
        return benchmarks
                .find(ArtifactKeys.ofBenchmark(name, "benchmark.json"), Benchmark.class)
                .map(StoredEvaluations::kept);
    }

    @Override
    public Map<String, ObjectOrigin> submissions(String method, String run) {
        String prefix = ArtifactKeys.submissions(method, run);
        Map<String, ObjectOrigin> videos = new TreeMap<>();
        store.ensureBucket(buckets.submissions());
        store.list(buckets.submissions(), prefix, object -> {
            String name = object.key().substring(prefix.length());
            if (name.endsWith(ENDING)) {
                videos.put(name.substring(0, name.length() - ENDING.length()), object.origin());
            }
        });
        return videos;
    }

    @Override
    public void fetch(ArtifactRef artifact, Path target) {
        kept.fetch(artifact, target);
    }

    @Override
    public String fetch(ObjectOrigin video, Path target) {
        try {
            return store.get(video, largestVideo, target);
        } catch (ObjectNotFoundException | ObjectChangedException e) {
            throw new SubmissionGoneException("the video was removed or replaced after the evaluation had begun", e);
        } catch (StoreRefusedException e) {
            throw new SubmissionGoneException("the video has more than " + largestVideo + " bytes", e);
        }
    }

    @Override
    public Kept<EvaluationPlan> keepPlan(EvaluationPlan plan) {
        return kept(kept.keep(
                ArtifactKeys.ofEvaluation(plan.request().evalId(), plan.paramsHash(), "plan.json"),
                plan,
                EvaluationPlan.class));
    }

    @Override
    public EvaluationPlan plan(ArtifactRef plan) {
        return kept.find(plan.key(), EvaluationPlan.class)
                .orElseThrow(() -> new IllegalStateException("there is no plan " + plan.key()))
                .content();
    }

    @Override
    public Optional<Kept<CaseScores>> findScores(String evalId, String paramsHash, String caseId) {
        return kept.find(ArtifactKeys.ofEvaluationCase(evalId, paramsHash, caseId), CaseScores.class)
                .map(StoredEvaluations::kept);
    }

    @Override
    public Kept<CaseScores> keepScores(String paramsHash, CaseScores scores) {
        return kept(kept.keep(
                ArtifactKeys.ofEvaluationCase(scores.evalId(), paramsHash, scores.caseId()), scores, CaseScores.class));
    }

    @Override
    public List<String> scoredCases(String evalId, String paramsHash) {
        String prefix = ArtifactKeys.scoresOfEvaluation(evalId, ParamsHash.require(paramsHash));
        List<String> cases = new ArrayList<>();
        store.list(
                buckets.results(),
                prefix,
                object -> cases.add(
                        object.key().substring(prefix.length(), object.key().length() - JSON.length())));
        return cases;
    }

    @Override
    public Map<String, ArtifactRef> keepReport(EvaluationPlan plan, Map<String, byte[]> content) {
        EvalRequested request = plan.request();
        Map<String, ArtifactRef> files = new TreeMap<>();
        content.forEach((name, bytes) -> files.put(
                name, put(ArtifactKeys.ofEvaluation(request.evalId(), plan.paramsHash(), name), bytes, name)));
        byte[] report = content.get("report.json");
        if (report != null) {
            put(ArtifactKeys.ofLeaderboard(plan.paramsHash(), request.evalId()), report, "report.json");
        }
        return files;
    }

    private ArtifactRef put(String key, byte[] bytes, String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Stored stored =
                store.put(buckets.results(), key, bytes, java.util.Objects.requireNonNull(MEDIA_TYPES.get(ending)));
        if (!stored.sameContent()) {
            LOG.warnf("%s is there already with other bytes; the first ones count", key);
        }
        return stored.ref();
    }

    /// Equal documents give equal bytes.
    public static byte[] json(Object document) {
        return EventJson.write(document);
    }

    private static <T> Kept<T> kept(Document<T> document) {
        return new Kept<>(document.content(), document.ref());
    }
}
