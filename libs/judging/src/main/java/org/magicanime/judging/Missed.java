package org.magicanime.judging;

import org.magicanime.contracts.Measure;

/// A test that was missed, and what follows from it.
///
/// @param reason for machines
/// @param test for people: what was measured
/// @param held the value and what it was held against
public record Missed(Reason reason, String test, Measure held) {
    /// The value.
    public double measured() {
        return held.value();
    }

    /// What it had to keep to.
    public double threshold() {
        return held.threshold();
    }
}
