package org.magicanime.dataset.domain.review;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.ReviewQuestion;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.Outcome;

/// An item to look at.
///
/// @param subset that it is to be in
/// @param entry what a list shows of it
/// @param margin how near it is to the other side: the least relative distance of a measured value from its threshold,
///     or the value itself where the threshold is 0; infinite where nothing was measured
/// @param style of its film
/// @param framesPerSecond on average; absent if the film does not say
/// @param files its artifacts by name
/// @param measures the tests that it passed, and the one that it missed where it is undecided
/// @param wishes of those who want it looked at again, the last one first
/// @param vote of who looks; absent of who has none
/// @param difficulty `easy`, `medium` or `hard` as a person said; absent where nobody did
public record QueueItem(
        DataSubset subset,
        ItemEntry entry,
        double margin,
        String style,
        @Nullable Double framesPerSecond,
        SortedMap<String, ArtifactRef> files,
        List<Measure> measures,
        List<Wish> wishes,
        @Nullable ReviewDecision vote,
        @Nullable String difficulty) {
    /// What is undecided comes first, then what is near a threshold; the rest makes the order total.
    public static final Comparator<QueueItem> IN_ORDER = Comparator.comparing(QueueItem::isDecidedByStage)
            .thenComparing(QueueItem::margin)
            .thenComparing(each -> each.entry().key())
            .thenComparing(QueueItem::subset);

    /// What somebody wants looked at again, longest.
    public static final Comparator<QueueItem> LONGEST_FIRST = Comparator.comparingLong((QueueItem each) ->
                    each.wishes().stream().mapToLong(Wish::decidedAt).max().orElse(Long.MAX_VALUE))
            .thenComparing(IN_ORDER);

    public QueueItem {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        measures = List.copyOf(measures);
        wishes = List.copyOf(wishes);
    }

    /// The same with what people said of it.
    ///
    /// @param history of the item, the last decision first
    /// @param reviewer who looks; empty of who says no name
    public QueueItem with(List<ReviewDecided> history, String reviewer) {
        ReviewDecision said = history.stream()
                .filter(each -> each.decision().question() == ReviewQuestion.KEEP
                        && reviewer.equals(each.reviewer() == null ? "" : each.reviewer()))
                .map(ReviewDecided::decision)
                .findFirst()
                .filter(each -> each != ReviewDecision.OPEN)
                .orElse(null);
        return new QueueItem(
                subset, entry, margin, style, framesPerSecond, files, measures, Wish.of(history), said, grade(history));
    }

    private static @Nullable String grade(List<ReviewDecided> history) {
        return history.stream()
                .filter(each -> each.decision().question() == ReviewQuestion.DIFFICULTY)
                .findFirst()
                .map(ReviewDecided::difficulty)
                .map(Difficulty::toString)
                .orElse(null);
    }

    private boolean isDecidedByStage() {
        return entry.outcome() != Outcome.UNDECIDED;
    }

    /// The test that decides its place: the one that it missed, or the one whose threshold is the nearest.
    public @Nullable Measure nearest() {
        return entry.outcome() == Outcome.UNDECIDED && !measures.isEmpty()
                ? measures.getLast()
                : measures.stream()
                        .min(Comparator.comparingDouble(QueueItem::margin))
                        .orElse(null);
    }

    /// As the ledger's column of that name.
    static double margin(Measure measure) {
        double distance = Math.abs(measure.value() - measure.threshold());
        return measure.threshold() == 0 ? distance : distance / Math.abs(measure.threshold());
    }
}
