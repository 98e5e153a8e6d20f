package org.magicanime.keypoint.domain;

import org.magicanime.contracts.Bound;
import org.magicanime.contracts.Measure;
import org.magicanime.keypoint.domain.Verdict.Invalid;
import org.magicanime.keypoint.domain.Verdict.Reason;

/// One test of a frame or a span.
///
/// @param words for people: what was measured
/// @param measure the value and what it is held against
record PoseTest(String words, Measure measure) {
    static PoseTest atLeast(String rule, String words, double value, double threshold) {
        return new PoseTest(words, new Measure(rule, value, threshold, Bound.AT_LEAST));
    }

    static PoseTest atMost(String rule, String words, double value, double threshold) {
        return new PoseTest(words, new Measure(rule, value, threshold, Bound.AT_MOST));
    }

    boolean passes() {
        return measure.bound() == Bound.AT_LEAST
                ? measure.value() >= measure.threshold()
                : measure.value() <= measure.threshold();
    }

    Verdict.Invalid missed(Reason reason) {
        return new Invalid(reason, words, measure);
    }
}
