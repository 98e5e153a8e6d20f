package org.magicanime.local.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.eval.domain.report.EvaluationReport;
import org.magicanime.stage.EventJson;

/// The reports of all evaluations.
public final class ReportFiles {
    private static final int LARGEST = 64 << 20;

    private final ArtifactStore store;
    private final String bucket;

    /// @param bucket of what services keep
    public ReportFiles(ArtifactStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /// Reads all of them, in the order of their keys.
    public void read(Consumer<EvaluationReport> consumer) {
        List<String> keys = new ArrayList<>();
        store.list(bucket, "leaderboards/", object -> keys.add(object.key()));
        keys.stream()
                .sorted()
                .flatMap(key -> store.find(bucket, key, LARGEST).stream())
                .map(json -> EventJson.read(json, EvaluationReport.class))
                .forEach(consumer);
    }
}
