package org.magicanime.dataset.domain.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.Subset;
import org.magicanime.contracts.VideoIngested;

/// Reads what people decided, and what is left to decide. May throw what is {@link org.magicanime.contracts.Busy}.
public interface ReviewReader {
    /// All decisions about an item of a subset, whatever it was made with, the last one first.
    List<ReviewDecided> history(Subset subset, String itemId);

    /// The same of several items; one about which nobody decided is not among them.
    Map<String, List<ReviewDecided>> histories(Subset subset, Collection<String> itemIds);

    /// A film as it was ingested; of several tellings the one that stands.
    Optional<VideoIngested> film(String videoId);

    /// What people said so far of a random sample.
    ///
    /// @param filter of a subset
    SampleEstimate estimate(QueueFilter filter);

    /// Items to look at, in {@link QueueItem#IN_ORDER}; those of a sample by chance, those that somebody wants
    /// looked at again in {@link QueueItem#LONGEST_FIRST}. What a person left out with something above it is not
    /// among them.
    ///
    /// @param skip how many to pass over at the beginning
    /// @param most how many
    List<QueueItem> queue(QueueFilter filter, int skip, int most);

    /// How many items of a subset the queue has.
    ///
    /// @param filter of a subset
    long count(QueueFilter filter);

    /// Some of those items, as if by chance, and the same ones each time.
    ///
    /// @param filter of a subset
    List<QueueItem> some(QueueFilter filter, int most);

    /// Bulk rules that people applied, the last one first.
    List<AppliedRule> rules(int most);

    /// What was decided by a bulk rule and still is its person's vote.
    List<ReviewDecided> ofRule(String rule, int most);

    /// How much that is.
    long countOfRule(String rule);
}
