package org.magicanime.caption.domain.motion;

import java.util.ArrayList;
import java.util.List;

/// Where a value turns back after it went far enough: the beginning, each turn, and where it ends.
///
/// @param frame of the turn
/// @param value there
record Turning(int frame, double value) {
    /// @param least what a value has to go back before that counts
    /// @return with alternating highs and lows; fewer than two if it goes nowhere
    static List<Turning> of(Signal signal, Run run, double least) {
        List<Turning> turns = new ArrayList<>();
        Turning high = null;
        Turning low = null;
        int rising = 0;
        for (int i = run.first(); i < run.end(); i++) {
            double value = signal.at(i);
            if (Double.isNaN(value)) {
                continue;
            }
            if (high == null || low == null) {
                high = new Turning(i, value);
                low = high;
                continue;
            }
            if (value > high.value()) {
                high = new Turning(i, value);
            }
            if (value < low.value()) {
                low = new Turning(i, value);
            }
            if (rising <= 0 && value - low.value() >= least) {
                turns.add(low);
                high = new Turning(i, value);
                rising = 1;
            } else if (rising >= 0 && high.value() - value >= least) {
                turns.add(high);
                low = new Turning(i, value);
                rising = -1;
            }
        }
        if (high != null && low != null && rising != 0) {
            turns.add(rising > 0 ? high : low);
        }
        return turns;
    }
}
