package org.magicanime.dataset.domain.benchmark;

import java.util.Map;
import java.util.Optional;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Style;
import org.magicanime.dataset.domain.ItemMarks;
import org.magicanime.dataset.domain.ManifestRow;

/// An item that may become a case.
///
/// @param row of the manifest
/// @param kind half of the benchmark
/// @param shot of the film in which it lies
/// @param measured what its difficulty follows from, by name
/// @param said what people said of it, or of the item that it is made of or that is made of it
public record Candidate(
        ManifestRow row, BenchmarkKind kind, FrameSpan shot, Map<String, Double> measured, ItemMarks said) {
    public Candidate {
        measured = Map.copyOf(measured);
    }

    /// That of the item.
    public String id() {
        return row.itemId();
    }

    Style style() {
        return Style.from(row.style());
    }

    /// How difficult a person said that it is.
    public Optional<Difficulty> graded() {
        return Difficulty.named(said.difficulty());
    }

    /// Whether a person wants it as a case.
    public boolean isPreferred() {
        return ReviewDecision.PREFERRED.toString().equals(said.benchmark());
    }

    /// Whether a person does not want it as a case.
    public boolean isExcluded() {
        return ReviewDecision.EXCLUDED.toString().equals(said.benchmark());
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
