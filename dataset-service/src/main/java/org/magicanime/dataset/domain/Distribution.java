package org.magicanime.dataset.domain;

import java.util.List;
import org.magicanime.contracts.Bound;

/// What was measured for one threshold. An item with many frames counts with the value of the worst of them. Items that
/// missed another test are not in it: what they would have had here is not known.
///
/// @param stage that measured
/// @param rule the parameter that has the threshold, such as `pose.shift`
/// @param bound on which side of it the value has to be
/// @param threshold what the values were held against
/// @param bars ascending, without gaps; the threshold is where one ends and the next begins
/// @param others what other thresholds would do, ascending
public record Distribution(
        String stage, String rule, Bound bound, double threshold, List<Bar> bars, List<Other> others) {
    public Distribution {
        bars = List.copyOf(bars);
        others = List.copyOf(others);
    }

    /// Items whose value lies in one range.
    ///
    /// @param from in the unit of the threshold
    /// @param to likewise; of the last bar, values may be larger
    /// @param passed items that are kept
    /// @param missed items that were dropped for this test
    public record Bar(double from, double to, Amount passed, Amount missed) {}

    /// What another threshold would do.
    ///
    /// @param threshold the other one
    /// @param lost items that are kept and would not be
    /// @param gained items that this test alone is known to have dropped and that would pass it
    public record Other(double threshold, Amount lost, Amount gained) {}

    /// @param frames of the items together
    public record Amount(long items, long frames) {
        Amount plus(Amount other) {
            return new Amount(items + other.items, frames + other.frames);
        }
    }

    /// Items on the side of the threshold where values pass.
    public Amount passed() {
        return bars.stream().map(Bar::passed).reduce(new Amount(0, 0), Amount::plus);
    }

    /// Items that this threshold dropped.
    public Amount missed() {
        return bars.stream().map(Bar::missed).reduce(new Amount(0, 0), Amount::plus);
    }
}
