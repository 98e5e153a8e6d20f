package org.magicanime.dataset.domain;

import org.magicanime.contracts.Bound;

/// Items whose measured value lies in the same thousandth of the threshold.
///
/// @param stage that measured
/// @param rule the parameter that has the threshold
/// @param bound on which side of it the value has to be
/// @param threshold what the value was held against
/// @param slot number of the thousandth, 0 to {@link #LAST}
/// @param passed whether the items passed all tests; those that did not missed this one
/// @param items how many
/// @param frames of them together
public record MeasuredSlot(
        String stage, String rule, Bound bound, double threshold, int slot, boolean passed, long items, long frames) {
    /// Slots in one threshold.
    public static final int PARTS = 1000;
    /// Has all that is larger, too.
    public static final int LAST = 4 * PARTS;
}
