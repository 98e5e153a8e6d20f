package org.magicanime.dataset.domain;

import java.util.List;

/// Reads what the broker has. May throw what is {@link org.magicanime.contracts.Busy}.
public interface TopicReader {
    /// The newest figures; some seconds old.
    TopicFlows flows();

    /// Inputs that services gave up and that were not put back.
    List<DeadInput> deadLetters();

    /// Puts all of them back to where they came from.
    ///
    /// @return how many
    int replay() throws InterruptedException;
}
