package org.magicanime.caption.domain.check;

import java.util.List;
import org.magicanime.caption.domain.text.Clause;

/// What is left of a model's caption.
///
/// @param kept sentences, each with the ids of the facts that it agrees with
/// @param dropped of each sentence that is left out: why, and the sentence
/// @param contradictions how many of those say something else than what was measured
public record Checked(List<Clause> kept, List<String> dropped, int contradictions) {
    /// From so many on nothing of a caption is believed.
    public static final int TOO_MANY = 2;

    public Checked {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
    }

    /// Whether it may be used.
    public boolean holds() {
        return contradictions < TOO_MANY && !kept.isEmpty();
    }
}
