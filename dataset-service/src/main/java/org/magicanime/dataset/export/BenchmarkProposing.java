package org.magicanime.dataset.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.domain.benchmark.BenchmarkRules;
import org.magicanime.dataset.domain.benchmark.BenchmarkSelection;
import org.magicanime.dataset.domain.benchmark.Candidate;
import org.magicanime.dataset.domain.benchmark.Candidates;
import org.magicanime.dataset.domain.benchmark.Selection;
import org.magicanime.stage.EventJson;

/// Chooses the cases of a benchmark from the data set as it is, and keeps nothing: it follows from what stages measured
/// and from what people decided about items.
public final class BenchmarkProposing {
    private static final int LARGEST = 64 << 20;
    private static final int MOST_FILMS = 10_000;

    private final ManifestReader manifest;
    private final ArtifactStore store;
    private final String artifacts;
    /// Those of the films that were asked for last. A key names its parameters, so that they do not change.
    private final Map<String, List<FrameSpan>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<FrameSpan>> eldest) {
            return size() > MOST_FILMS;
        }
    };

    /// @param artifacts the bucket of what stages keep
    public BenchmarkProposing(ManifestReader manifest, ArtifactStore store, String artifacts) {
        this.manifest = manifest;
        this.store = store;
        this.artifacts = artifacts;
    }

    /// The shots of a film, as the segment stage keeps them.
    private record Segments(List<FrameSpan> shots) {}

    /// What was found and what was chosen of it.
    ///
    /// @param rules that it was chosen by
    /// @param candidates how many there were
    public record Proposal(BenchmarkRules rules, Candidates found, int candidates, Selection selection) {}

    /// One at a time: each holds the rows of the manifest in memory.
    public synchronized Proposal propose(BenchmarkRules rules) {
        Candidates candidates =
                new Candidates((videoId, hash) -> shots(ArtifactKeys.ofVideo(videoId, hash, "segments.json")));
        manifest.read(candidates::add);
        List<Candidate> all = candidates.all();
        return new Proposal(rules, candidates, all.size(), BenchmarkSelection.of(all, rules));
    }

    private List<FrameSpan> shots(String key) {
        List<FrameSpan> shots = known.get(key);
        if (shots != null) {
            return shots;
        }
        // What is not there may come.
        Optional<byte[]> json = store.find(artifacts, key, LARGEST);
        json.ifPresent(
                found -> known.put(key, EventJson.read(found, Segments.class).shots()));
        return known.getOrDefault(key, List.of());
    }
}
