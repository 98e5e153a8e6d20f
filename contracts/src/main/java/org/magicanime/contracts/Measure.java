package org.magicanime.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One test that an item passed, so that a person can judge what another threshold would do.
///
/// @param rule the parameter that has the threshold, such as `pose.shift`
/// @param value what was measured; of an item with many frames, the value of the worst of them
/// @param threshold what it was held against, in the same unit
/// @param bound on which side of it the value has to be
public record Measure(String rule, double value, double threshold, Bound bound) {
    private static final int MOST = 64;

    public Measure {
        Checks.rule(rule, "rule");
        Checks.that(Double.isFinite(value), "value must be finite");
        Checks.that(Double.isFinite(threshold), "threshold must be finite");
        Checks.present(bound, "bound");
    }

    /// The worse of two values of the same rule.
    public Measure worst(Measure other) {
        boolean isWorse = bound == Bound.AT_LEAST ? other.value < value : other.value > value;
        return isWorse ? other : this;
    }

    /// @param measures absent in events of services that did not tell them yet
    static List<Measure> listOf(@Nullable List<Measure> measures) {
        List<Measure> all = measures == null ? List.of() : List.copyOf(measures);
        Checks.that(all.size() <= MOST, "measures must be at most " + MOST);
        return all;
    }
}
