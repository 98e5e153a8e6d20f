package org.magicanime.dataset.domain.evaluation;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What lies in the folder of a run.
///
/// @param cases those of which there is a video
/// @param others how many objects are no such video
public record SubmittedVideos(SortedSet<String> cases, int others) {
    public SubmittedVideos {
        cases = Collections.unmodifiableSortedSet(new TreeSet<>(cases));
    }

    /// Whether there is no such folder.
    public boolean isNothing() {
        return cases.isEmpty() && others == 0;
    }

    /// Those of `wanted` of which there is no video, sorted.
    public SortedSet<String> missing(Set<String> wanted) {
        SortedSet<String> missing = new TreeSet<>(wanted);
        missing.removeAll(cases);
        return missing;
    }
}
