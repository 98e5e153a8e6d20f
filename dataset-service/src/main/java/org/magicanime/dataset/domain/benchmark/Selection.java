package org.magicanime.dataset.domain.benchmark;

import java.util.List;
import java.util.Map;
import org.magicanime.contracts.Difficulty;

/// What was chosen.
///
/// @param cases by kind and id
/// @param shortfalls strata with fewer candidates than the rules ask for, by name, and how many are missing
public record Selection(List<Chosen> cases, Map<String, Integer> shortfalls) {
    public Selection {
        cases = List.copyOf(cases);
    }

    public record Chosen(Candidate candidate, Difficulty difficulty) {}
}
