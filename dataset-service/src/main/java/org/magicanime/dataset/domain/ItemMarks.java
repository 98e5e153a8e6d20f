package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewQuestion;

/// What people said of an item beside whether it is kept.
///
/// @param difficulty `easy`, `medium` or `hard`; absent where nobody said it
/// @param benchmark `preferred` or `excluded` as a case of benchmarks; absent where it is as any other
public record ItemMarks(
        @Nullable String difficulty, @Nullable String benchmark) {
    public static final ItemMarks NONE = new ItemMarks(null, null);

    /// The same, with another item's words where this one has none.
    public ItemMarks or(ItemMarks other) {
        return new ItemMarks(
                difficulty == null ? other.difficulty : difficulty, benchmark == null ? other.benchmark : benchmark);
    }

    /// The same with one more decision that stands, which took nothing back.
    public ItemMarks with(ReviewDecided decided) {
        return decided.decision().question() == ReviewQuestion.DIFFICULTY
                ? new ItemMarks(String.valueOf(decided.difficulty()), benchmark)
                : new ItemMarks(difficulty, decided.decision().toString());
    }
}
