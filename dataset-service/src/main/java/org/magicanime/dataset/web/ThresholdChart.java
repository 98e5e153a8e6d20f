package org.magicanime.dataset.web;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.contracts.Bound;
import org.magicanime.dataset.domain.Distribution;
import org.magicanime.dataset.domain.Distribution.Amount;
import org.magicanime.dataset.domain.Distribution.Bar;
import org.magicanime.dataset.domain.MeasuredSlot;

/// One threshold as a chart of frames by their measured value. Lengths are in the chart's units.
public record ThresholdChart(Distribution distribution) {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 110;
    private static final double GAP = 1;
    /// What is there is seen.
    private static final double LEAST_HEIGHT = 1.5;

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    /// For people: `at least 0.9`.
    public String bound() {
        return (distribution.bound() == Bound.AT_LEAST ? "at least " : "at most ")
                + ShownNumbers.value(distribution.threshold());
    }

    public String passed() {
        return ShownNumbers.count(distribution.passed().frames());
    }

    public String missed() {
        return ShownNumbers.count(distribution.missed().frames());
    }

    public String from() {
        return ShownNumbers.value(distribution.bars().getFirst().from());
    }

    public String to() {
        double to = distribution.bars().getLast().to();
        String shown = ShownNumbers.value(to);
        return to > distribution.threshold() * MeasuredSlot.LAST / MeasuredSlot.PARTS ? shown + " and more" : shown;
    }

    /// Where the threshold is.
    public String line() {
        return ShownNumbers.value(threshold());
    }

    private double threshold() {
        long below = distribution.bars().stream()
                .filter(bar -> bar.from() < distribution.threshold())
                .count();
        return WIDTH * (double) below / distribution.bars().size();
    }

    /// One on the other.
    public List<Column> columns() {
        long most = distribution.bars().stream()
                .mapToLong(bar -> bar.passed().frames() + bar.missed().frames())
                .max()
                .orElse(1);
        List<Column> columns = new ArrayList<>();
        double width = (double) WIDTH / distribution.bars().size();
        for (int i = 0; i < distribution.bars().size(); i++) {
            columns.add(new Column(distribution.bars().get(i), i * width, width - GAP, Math.max(1, most)));
        }
        return columns;
    }

    public List<OtherRow> others() {
        return distribution.others().stream().map(OtherRow::new).toList();
    }

    /// One bar.
    ///
    /// @param left where it begins
    /// @param wide how wide it is
    /// @param most frames of the highest bar
    public record Column(Bar bar, double left, double wide, long most) {
        public String x() {
            return ShownNumbers.value(left);
        }

        public String w() {
            return ShownNumbers.value(wide);
        }

        public String passedY() {
            return ShownNumbers.value(HEIGHT - high(bar.passed()));
        }

        public String passedH() {
            return ShownNumbers.value(high(bar.passed()));
        }

        public String missedY() {
            return ShownNumbers.value(HEIGHT - high(bar.passed()) - high(bar.missed()));
        }

        public String missedH() {
            return ShownNumbers.value(high(bar.missed()));
        }

        private double high(Amount amount) {
            return amount.frames() == 0 ? 0 : Math.max(LEAST_HEIGHT, HEIGHT * (double) amount.frames() / most);
        }

        /// Shown when it is pointed at.
        public String title() {
            return ShownNumbers.value(bar.from()) + " to " + ShownNumbers.value(bar.to()) + ": "
                    + ShownNumbers.count(bar.passed().frames()) + " frames kept, "
                    + ShownNumbers.count(bar.missed().frames()) + " dropped";
        }
    }

    /// What another threshold would do.
    public record OtherRow(Distribution.Other other) {
        public String threshold() {
            return ShownNumbers.value(other.threshold());
        }

        public String lost() {
            return shown(other.lost());
        }

        public String gained() {
            return shown(other.gained());
        }

        private static String shown(Amount amount) {
            return amount.frames() == 0 ? "0" : ShownNumbers.count(amount.frames());
        }
    }
}
