package org.magicanime.dataset.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.ReviewQuestion;
import org.magicanime.contracts.Trim;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.review.Standing;
import org.magicanime.dataset.domain.review.Wish;

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
        return Standing.of(decided)
                .map(each -> each.decision().toString())
                .filter(word -> !word.equals(ReviewDecision.OPEN.toString()))
                .orElse("");
    }

    /// Whether as many people accepted it as rejected it.
    public boolean isConflict() {
        return Standing.of(decided).map(Standing::conflict).orElse(false);
    }

    /// Whether the one that stands was made on another version.
    public boolean isOlder() {
        return Standing.of(decided).map(each -> isOlder(each.said())).orElse(false);
    }

    private boolean isOlder(ReviewDecided each) {
        return !each.paramsHash().equals(params);
    }

    /// One who wants it looked at again, and why; either is empty where nobody said it.
    public record Wanted(String reviewer, String reason) {}

    public List<Wanted> wishes() {
        return Wish.of(decided).stream()
                .map(each -> new Wanted(orEmpty(each.reviewer()), orEmpty(each.reason())))
                .toList();
    }

    /// How difficult a person said that it is; empty where nobody did.
    public String graded() {
        return standing(ReviewQuestion.DIFFICULTY)
                .map(ReviewDecided::difficulty)
                .map(Difficulty::toString)
                .orElse("");
    }

    /// What it may be called.
    public List<String> grades() {
        return Difficulty.words();
    }

    /// `preferred` or `excluded` as a case of benchmarks; empty where it is as any other.
    public String benchmark() {
        return standing(ReviewQuestion.BENCHMARK)
                .map(ReviewDecided::decision)
                .filter(each -> each != ReviewDecision.ELIGIBLE)
                .map(ReviewDecision::toString)
                .orElse("");
    }

    /// Whether items of the subset become cases of their own.
    public boolean isCanBeCase() {
        return subset != DataSubset.TEXT_TO_VIDEO && subset != DataSubset.AUDIO_DRIVEN;
    }

    private Optional<ReviewDecided> standing(ReviewQuestion question) {
        return decided.stream()
                .filter(each -> each.decision().question() == question)
                .findFirst();
    }

    public List<Line> lines() {
        return decided.stream()
                .map(each -> new Line(
                        ShownTimes.second(each.decidedAt()),
                        each.decision().toString(),
                        what(each),
                        orEmpty(each.reviewer()),
                        isOlder(each)))
                .toList();
    }

    private static String what(ReviewDecided each) {
        Trim trim = each.trim();
        String part = trim == null
                ? each.difficulty() == null ? "" : each.difficulty() + " "
                : "frames " + trim.span().first() + " to " + (trim.span().end() - 1) + " ";
        return (part + (each.caption() == null ? orEmpty(each.reason()) : each.caption())).strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
