package org.magicanime.dataset.domain.review;

import java.util.List;
import java.util.function.Consumer;
import org.magicanime.contracts.ReviewDecided;

/// Reads who decided what. May throw what is {@link org.magicanime.contracts.Busy}.
public interface ReviewerReader {
    /// By name.
    List<ReviewerWork> work();

    /// Of each two people with names who decided on the same item at least once, by name.
    List<Agreement> agreements();

    /// @param most how many
    List<Conflict> conflicts(int most);

    /// All decisions, the first one first, one after the other.
    ///
    /// @param reviewer of this one; empty for all
    void decisions(String reviewer, Consumer<ReviewDecided> each);
}
