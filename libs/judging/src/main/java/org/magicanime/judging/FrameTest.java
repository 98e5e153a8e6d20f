package org.magicanime.judging;

import org.magicanime.contracts.Bound;
import org.magicanime.contracts.Measure;

/// One test of a frame, or of a run of frames.
///
/// @param words for people: what was measured
/// @param measure the value and what it is held against
public record FrameTest(String words, Measure measure) {
    public static FrameTest atLeast(String rule, String words, double value, double threshold) {
        return new FrameTest(words, new Measure(rule, value, threshold, Bound.AT_LEAST));
    }

    public static FrameTest atMost(String rule, String words, double value, double threshold) {
        return new FrameTest(words, new Measure(rule, value, threshold, Bound.AT_MOST));
    }

    public boolean passes() {
        return measure.bound() == Bound.AT_LEAST
                ? measure.value() >= measure.threshold()
                : measure.value() <= measure.threshold();
    }

    public Missed missed(Reason reason) {
        return new Missed(reason, words, measure);
    }
}
