package org.magicanime.dataset.domain.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.ReviewQuestion;
import org.magicanime.contracts.Trim;

/// What follows from everything that people decided about whether an item is kept. Everybody has one vote, the last
/// one, and `open` takes it back; who says no name is one person with all others that say none. What most people say
/// stands. Where as many say different things a rejection stands, since what is doubtful stays out of the data set,
/// until somebody else settles it.
///
/// @param decision what stands; `open` says that what stages say holds
/// @param said the last vote for it; in a conflict, the last one of those that disagree
/// @param conflict whether as many people say one thing as another one
/// @param voters who decided and did not take it back; empty of who said no name
public record Standing(ReviewDecision decision, ReviewDecided said, boolean conflict, SortedSet<String> voters) {
    public Standing {
        voters = Collections.unmodifiableSortedSet(new TreeSet<>(voters));
    }

    /// @param history of one item of one subset, the last decision first, captions and points among it or not
    /// @return empty if nobody decided whether the item is kept
    public static Optional<Standing> of(List<ReviewDecided> history) {
        Map<String, ReviewDecided> votes = new LinkedHashMap<>();
        for (ReviewDecided each : history) {
            if (each.decision().question() == ReviewQuestion.KEEP) {
                votes.putIfAbsent(name(each.reviewer()), each);
            }
        }
        if (votes.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<String> voters = new TreeSet<>();
        Map<Choice, Integer> counts = new LinkedHashMap<>();
        votes.forEach((name, vote) -> {
            if (vote.decision() != ReviewDecision.OPEN) {
                voters.add(name);
                counts.merge(Choice.of(vote), 1, Integer::sum);
            }
        });
        if (counts.isEmpty()) {
            ReviewDecided last = votes.values().iterator().next();
            return Optional.of(new Standing(ReviewDecision.OPEN, last, false, voters));
        }
        int most = Collections.max(counts.values());
        List<Choice> first = counts.entrySet().stream()
                .filter(each -> each.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        ReviewDecided said = votes.values().stream()
                .filter(each -> first.contains(Choice.of(each)))
                .findFirst()
                .orElseThrow();
        boolean conflict = first.size() > 1;
        return Optional.of(new Standing(conflict ? ReviewDecision.REJECTED : said.decision(), said, conflict, voters));
    }

    /// What a vote is for: two who keep different parts of a clip disagree.
    private record Choice(ReviewDecision decision, @Nullable FrameSpan part) {
        static Choice of(ReviewDecided vote) {
            Trim trim = vote.trim();
            return new Choice(vote.decision(), trim == null ? null : trim.span());
        }
    }

    private static String name(@Nullable String reviewer) {
        return reviewer == null ? "" : reviewer;
    }
}
