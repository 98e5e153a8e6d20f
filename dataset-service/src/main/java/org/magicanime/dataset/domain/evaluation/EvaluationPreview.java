package org.magicanime.dataset.domain.evaluation;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.magicanime.contracts.EvalRequested;

/// What an evaluation would score if it began now.
///
/// @param request what would be told
/// @param cases on which the task is asked
/// @param missing those of them without a video
/// @param others objects in the run's folder that are no video of such a case
public record EvaluationPreview(EvalRequested request, int cases, SortedSet<String> missing, int others) {
    public EvaluationPreview {
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }

    /// Cases that have a video.
    public int videos() {
        return cases - missing.size();
    }
}
