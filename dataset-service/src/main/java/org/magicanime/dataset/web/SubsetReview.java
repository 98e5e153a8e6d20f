package org.magicanime.dataset.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.dataset.domain.DataSubset;

/// What people decided about an item of a subset, as its page shows it.
///
/// @param subset that the item is to be in
/// @param id the item
/// @param params what the page's version was made with
/// @param decided all of it, the last one first
public record SubsetReview(DataSubset subset, String id, String params, List<ReviewDecided> decided) {
    /// One line of the history.
    ///
    /// @param older whether another version was looked at
    public record Line(String time, String decision, String reason, String reviewer, boolean older) {}

    /// The decision that stands: `accepted`, `rejected`, or empty where what stages say holds.
    public String stands() {
        return standing()
                .map(each -> each.decision().toString())
                .filter(word -> !word.equals(ReviewDecision.OPEN.toString()))
                .orElse("");
    }

    /// Whether the one that stands was made on another version.
    public boolean isOlder() {
        return standing().map(this::isOlder).orElse(false);
    }

    private Optional<ReviewDecided> standing() {
        return decided.stream().filter(each -> !each.decision().aboutCaption()).findFirst();
    }

    private boolean isOlder(ReviewDecided each) {
        return !each.paramsHash().equals(params);
    }

    public List<Line> lines() {
        return decided.stream()
                .map(each -> new Line(
                        // UTC, to the second.
                        Instant.ofEpochMilli(each.decidedAt())
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()
                                .replace("T", " ")
                                .replace("Z", " UTC"),
                        each.decision().toString(),
                        each.caption() == null ? orEmpty(each.reason()) : each.caption(),
                        orEmpty(each.reviewer()),
                        isOlder(each)))
                .toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
