package org.magicanime.dataset.domain.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is kept of an evaluation with one set of parameters.
///
/// @param paramsHash of the parameters
/// @param scored cases that have scores
/// @param report names of its files; all of {@link #REPORT} when it is written
public record KeptEvaluation(String paramsHash, int scored, SortedSet<String> report) {
    /// What a report consists of.
    public static final List<String> REPORT =
            List.of("report.csv", "report.html", "report.json", "report.md", "report.tex");

    public KeptEvaluation {
        report = Collections.unmodifiableSortedSet(new TreeSet<>(report));
    }

    public boolean isDone() {
        return report.containsAll(REPORT);
    }
}
