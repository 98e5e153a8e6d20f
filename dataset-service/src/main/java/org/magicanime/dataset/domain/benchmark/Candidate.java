package org.magicanime.dataset.domain.benchmark;

import java.util.Map;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Style;
import org.magicanime.dataset.domain.ManifestRow;

/// An item that may become a case.
///
/// @param row of the manifest
/// @param kind half of the benchmark
/// @param shot of the film in which it lies
/// @param measured what its difficulty follows from, by name
public record Candidate(ManifestRow row, BenchmarkKind kind, FrameSpan shot, Map<String, Double> measured) {
    public Candidate {
        measured = Map.copyOf(measured);
    }

    String id() {
        return row.itemId();
    }

    Style style() {
        return Style.from(row.style());
    }

    /// Names the shot.
    String shotId() {
        return row.videoId() + "/" + shot.first();
    }

    double measure(String name) {
        Double value = measured.get(name);
        if (value == null) {
            throw new IllegalStateException(id() + " has no measure '" + name + "'");
        }
        return value;
    }
}
