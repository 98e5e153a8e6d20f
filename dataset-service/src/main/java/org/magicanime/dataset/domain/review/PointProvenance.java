package org.magicanime.dataset.domain.review;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which points of a correction are not as they were estimated: the content of `provenance.json`.
///
/// @param itemId the pose span or face clip
/// @param estimated SHA-256 of what was estimated
/// @param frames of the item
/// @param points in each frame
/// @param corrected frames in which there are some, in order
public record PointProvenance(String itemId, String estimated, int frames, int points, List<Frame> corrected) {
    public PointProvenance {
        corrected = List.copyOf(corrected);
    }

    /// @param frame its place in the item, from 0
    /// @param number its number in the film
    /// @param origins the numbers of its points by {@link PointOrigin}, ascending
    public record Frame(int frame, long number, SortedMap<String, List<Integer>> origins) {
        public Frame {
            origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
        }
    }
}
