package org.magicanime.dataset.export;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.Statistics;
import org.magicanime.dataset.domain.Statistics.Subset;

/// The statistics as comma-separated values: a head line, then one line for each subset and style. No value needs
/// quotes: there is no stranger's text among them.
public final class StatisticsCsv {
    private static final String HEAD =
            "subset,style,items,hours,full_hd_share,median_seconds,frame_rates,paper_items\n";

    private StatisticsCsv() {}

    public static String of(Statistics statistics) {
        return statistics.subsets().stream().map(StatisticsCsv::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(Subset subset) {
        Long paper = subset.paperItems();
        return "%s,%s,%d,%s,%s,%s,%s,%s\n"
                .formatted(
                        subset.subset(),
                        subset.style(),
                        subset.items(),
                        number(subset.hours()),
                        number(subset.fullHdShare()),
                        number(subset.medianSeconds()),
                        subset.frameRates().entrySet().stream()
                                .map(rate -> rate.getKey() + ":" + rate.getValue())
                                .collect(Collectors.joining(" ")),
                        paper == null ? "" : paper);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
    }
}
