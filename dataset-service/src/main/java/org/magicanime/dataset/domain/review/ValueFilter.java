package org.magicanime.dataset.domain.review;

/// Items of which a value lies on one side of a limit.
///
/// @param rule what was measured, by the name of its threshold, such as `pose.shift`; of an item with many frames, the
///     value of the worst of them
/// @param below whether smaller values are meant; else larger ones
/// @param limit itself is on neither side
public record ValueFilter(String rule, boolean below, double limit) {
    /// @throws IllegalArgumentException if there is no such name or number
    public ValueFilter {
        if (rule.isBlank() || !Double.isFinite(limit)) {
            throw new IllegalArgumentException("a value needs its name and a number that it is held against");
        }
    }

    /// Such as `pose.shift below 0.7`.
    public String words() {
        return rule + (below ? " below " : " above ") + limit;
    }
}
