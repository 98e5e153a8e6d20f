package org.magicanime.dataset.domain.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.ReviewQuestion;

/// That a person wants an item to be looked at again. It is no vote: the item is kept or not as before. A vote of
/// anybody after it ends it, unless a rule made that vote, since nobody looked then; where the vote is taken back, the
/// wish is there again.
///
/// @param reviewer who; absent of who said no name
/// @param reason why; absent where none was said
/// @param decidedAt when: milliseconds since 1970-01-01T00:00Z
public record Wish(@Nullable String reviewer, @Nullable String reason, long decidedAt) {

    /// Those that stand, one of a person, the last one first.
    ///
    /// @param history of one item of one subset, the last decision first, about whatever question
    public static List<Wish> of(List<ReviewDecided> history) {
        return standing(history).stream()
                .map(each -> new Wish(each.reviewer(), each.reason(), each.decidedAt()))
                .toList();
    }

    /// The decisions that are these wishes.
    ///
    /// @param history as of {@link #of}
    public static List<ReviewDecided> standing(List<ReviewDecided> history) {
        long voted = lastVote(history);
        Set<@Nullable String> said = new HashSet<>();
        return history.stream()
                .filter(each -> each.decision().question() == ReviewQuestion.AGAIN && said.add(each.reviewer()))
                .filter(each -> each.decision() == ReviewDecision.LOOK_AGAIN && each.decidedAt() >= voted)
                .toList();
    }

    private static long lastVote(List<ReviewDecided> history) {
        Set<@Nullable String> voters = new HashSet<>();
        return history.stream()
                .filter(each -> each.decision().question() == ReviewQuestion.KEEP && voters.add(each.reviewer()))
                .filter(each -> each.decision() != ReviewDecision.OPEN && each.rule() == null)
                .mapToLong(ReviewDecided::decidedAt)
                .max()
                .orElse(Long.MIN_VALUE);
    }
}
