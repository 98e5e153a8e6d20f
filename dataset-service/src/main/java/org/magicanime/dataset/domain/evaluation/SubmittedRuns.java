package org.magicanime.dataset.domain.evaluation;

import java.util.List;

/// Whose videos lie there.
///
/// @param runs by method and run
/// @param unusable folders that are no method's or run's, since nothing that is evaluated can be called so
/// @param more whether there may be others
public record SubmittedRuns(List<Run> runs, int unusable, boolean more) {
    public SubmittedRuns {
        runs = List.copyOf(runs);
    }

    /// The videos of a method, as they were put there together.
    public record Run(String method, String run) {}
}
