package org.magicanime.dataset.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.Statistics.Subset;

/// One line of the table that stands beside the paper's.
public record SubsetRow(Subset subset) {
    private static final double PERCENT = 100;

    public String items() {
        return ShownNumbers.count(subset.items());
    }

    public String hours() {
        return subset.items() == 0 ? "" : String.format(Locale.ROOT, "%.3f", subset.hours());
    }

    public String fullHd() {
        Double share = subset.fullHdShare();
        return share == null ? "" : ShownNumbers.percent(PERCENT * share);
    }

    public String median() {
        Double seconds = subset.medianSeconds();
        return seconds == null ? "" : String.format(Locale.ROOT, "%.2f s", seconds);
    }

    /// Items by frames per second.
    public String rates() {
        return subset.frameRates().entrySet().stream()
                .map(rate -> shown(rate.getKey()) + " × " + ShownNumbers.count(rate.getValue()))
                .collect(Collectors.joining(", "));
    }

    /// Three digits as they are counted, without zeros at the end.
    private static String shown(String rate) {
        return rate.isEmpty()
                ? "unknown"
                : new BigDecimal(rate).stripTrailingZeros().toPlainString();
    }

    public String paper() {
        return shown(subset.paperItems());
    }

    static String shown(@Nullable Long number) {
        return number == null ? "" : ShownNumbers.count(number);
    }
}
