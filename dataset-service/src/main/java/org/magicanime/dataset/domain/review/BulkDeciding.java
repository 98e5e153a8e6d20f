package org.magicanime.dataset.domain.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.ReviewQuestion;
import org.magicanime.contracts.Subset;
import org.magicanime.contracts.Telling;
import org.magicanime.dataset.domain.Ledger;

/// Decides about many items by one rule. Each decision is an event of its own, as if each item had been looked at; what
/// people decided themselves stays as it is. Done in portions: what was broken off in the middle is taken up by
/// applying the same rule again.
public final class BulkDeciding {
    /// Decisions that are told at once.
    public static final int PORTION = 200;

    private final ReviewReader reviews;
    private final Ledger ledger;
    private final Telling telling;
    private final InstantSource clock;

    /// @param ledger that `reviews` reads
    public BulkDeciding(ReviewReader reviews, Ledger ledger, Telling telling, InstantSource clock) {
        this.reviews = reviews;
        this.ledger = ledger;
        this.telling = telling;
        this.clock = clock;
    }

    /// What came of a portion.
    ///
    /// @param rule the rule's id
    /// @param decided items about which this portion decided; people may have been faster than it
    /// @param left items about which the rule is still to decide
    public record Progress(String rule, long decided, long left) {}

    /// Decides about the next portion of the rule's items.
    ///
    /// @param expected how many items the person was told the rule is about
    /// @throws OvertakenException if it is about more or fewer by now; nothing is decided then
    public Progress apply(BulkRule rule, long expected) {
        QueueFilter filter = rule.filter();
        long count = reviews.count(filter);
        if (count != expected) {
            throw new OvertakenException("the rule is about " + count + " items now, and not about " + expected
                    + "; look at what it would do again");
        }
        // An item that was made in several ways is decided about once.
        Map<String, QueueItem> items = new LinkedHashMap<>();
        reviews.queue(filter, 0, PORTION)
                .forEach(each -> items.putIfAbsent(each.entry().key().itemId(), each));
        if (items.isEmpty()) {
            return new Progress(rule.id(), 0, count);
        }
        Subset subset = subset(items.values().iterator().next());
        Map<String, List<ReviewDecided>> histories = reviews.histories(subset, items.keySet());
        List<ReviewDecided> decisions = new ArrayList<>();
        items.forEach((id, item) -> {
            List<ReviewDecided> history = histories.getOrDefault(id, List.of());
            // Somebody may have decided since the queue was read.
            if (Standing.of(history).stream().allMatch(each -> each.voters().isEmpty())
                    && Wish.of(history).isEmpty()) {
                decisions.add(decision(rule, item, history));
            }
        });
        tell(decisions);
        long left = decisions.size() == items.size() ? count - decisions.size() : reviews.count(filter);
        return new Progress(rule.id(), decisions.size(), left);
    }

    private static Subset subset(QueueItem item) {
        return Subset.valueOf(item.subset().name());
    }

    private ReviewDecided decision(BulkRule rule, QueueItem item, List<ReviewDecided> history) {
        Subset subset = subset(item);
        String id = item.entry().key().itemId();
        return new ReviewDecided(
                subset.videoIdOf(id),
                subset,
                id,
                item.entry().key().paramsHash(),
                rule.decision(),
                rule.reason(),
                null,
                ReviewDeciding.seen(item.files().values()),
                orNull(rule.filter().reviewer()),
                ReviewDeciding.timeAfter(clock, history, rule.decision()),
                null,
                null,
                rule.id(),
                null);
    }

    /// Takes back the next portion of what a rule decided; of items about which its person decided otherwise since
    /// then nothing.
    ///
    /// @param reviewer who takes back; empty of who says no name
    /// @throws NoSuchElementException if that person applied no such rule, or nothing of it stands
    public Progress undo(String rule, String reviewer) {
        List<ReviewDecided> standing = reviews.ofRule(rule, PORTION);
        if (standing.isEmpty() || standing.stream().anyMatch(each -> !reviewer.equals(orEmpty(each.reviewer())))) {
            throw new NoSuchElementException("nothing of a rule " + rule + " that "
                    + (reviewer.isEmpty() ? "who says no name" : reviewer) + " applied is left to be taken back");
        }
        Subset subset = standing.getFirst().subset();
        Map<String, List<ReviewDecided>> histories = reviews.histories(
                subset, standing.stream().map(ReviewDecided::itemId).toList());
        List<ReviewDecided> open = new ArrayList<>();
        for (ReviewDecided each : standing) {
            List<ReviewDecided> history = histories.getOrDefault(each.itemId(), List.of());
            // The person may have decided otherwise since these were read.
            if (vote(history, reviewer).filter(each::equals).isPresent()) {
                open.add(taken(each, ReviewDeciding.timeAfter(clock, history, ReviewDecision.OPEN)));
            }
        }
        tell(open);
        return new Progress(rule, open.size(), reviews.countOfRule(rule));
    }

    private static Optional<ReviewDecided> vote(List<ReviewDecided> history, String reviewer) {
        return history.stream()
                .filter(each ->
                        each.decision().question() == ReviewQuestion.KEEP && reviewer.equals(orEmpty(each.reviewer())))
                .findFirst();
    }

    private static ReviewDecided taken(ReviewDecided back, long at) {
        return new ReviewDecided(
                back.videoId(),
                back.subset(),
                back.itemId(),
                back.paramsHash(),
                ReviewDecision.OPEN,
                null,
                null,
                List.of(),
                back.reviewer(),
                at,
                null,
                null,
                back.rule(),
                null);
    }

    private void tell(List<ReviewDecided> decisions) {
        telling.all(decisions);
        ledger.put(List.of(), List.of(), List.of(), List.of(), decisions, List.of());
    }

    private static @Nullable String orNull(String name) {
        return name.isEmpty() ? null : name;
    }

    private static String orEmpty(@Nullable String name) {
        return name == null ? "" : name;
    }
}
