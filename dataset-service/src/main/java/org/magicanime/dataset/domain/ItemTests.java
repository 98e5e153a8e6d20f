package org.magicanime.dataset.domain;

import java.util.List;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Measure;

/// The tests that are known of an item.
public final class ItemTests {
    private ItemTests() {}

    /// The one that was missed, where a parameter has its threshold.
    public static List<Measure> of(ItemRejected item) {
        String rule = item.rule();
        Bound bound = item.bound();
        Double measured = item.measured();
        Double threshold = item.threshold();
        return rule == null || bound == null || measured == null || threshold == null
                ? List.of()
                : List.of(new Measure(rule, measured, threshold, bound));
    }
}
