package org.magicanime.dataset.domain;

import java.util.List;

/// Reads what the broker has. May throw what is {@link org.magicanime.contracts.Busy}.
public interface TopicReader {
    /// The newest figures; some seconds old.
    TopicFlows flows();

    /// The course of the last hour, in ascending order. Intervals in which nobody looked are missing.
    List<FlowSample.Interval> lastHour();

    /// Inputs that services gave up and that were not put back.
    List<DeadInput> deadLetters();

    /// Puts all of them back to where they came from.
    ///
    /// @return how many
    int replay() throws InterruptedException;
}
