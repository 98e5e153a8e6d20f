package org.magicanime.dataset.web;

import org.magicanime.contracts.Bound;
import org.magicanime.contracts.Measure;

/// A test of an item as pages show it.
public record MeasureRow(Measure measure) {
    public String rule() {
        return measure.rule();
    }

    public String value() {
        return ShownNumbers.value(measure.value());
    }

    public String threshold() {
        return ShownNumbers.value(measure.threshold());
    }

    public String bound() {
        return measure.bound() == Bound.AT_LEAST ? "at least" : "at most";
    }
}
