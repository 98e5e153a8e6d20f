package org.magicanime.local.dataset;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.magicanime.dataset.domain.Statistics;
import org.magicanime.dataset.domain.Statistics.Subset;

/// How large the data set is, for people: one line for each subset that has items, beside the paper's.
public final class DataSetSize {
    private DataSetSize() {}

    public static void print(PrintStream out, Statistics statistics) {
        Map<String, List<Subset>> subsets = statistics.subsets().stream()
                .collect(Collectors.groupingBy(Subset::subset, LinkedHashMap::new, Collectors.toList()));
        subsets.forEach((subset, styles) -> {
            long items = styles.stream().mapToLong(Subset::items).sum();
            if (items > 0) {
                out.printf(
                        Locale.ROOT,
                        "  %-14s %,d items, %.4f hours (%s); the paper has %,d items%n",
                        subset,
                        items,
                        styles.stream().mapToDouble(Subset::hours).sum(),
                        styles.stream()
                                .filter(style -> style.items() > 0)
                                .map(style -> style.style() + " " + style.items())
                                .collect(Collectors.joining(", ")),
                        styles.stream().mapToLong(DataSetSize::paper).sum());
            }
        });
    }

    private static long paper(Subset subset) {
        Long items = subset.paperItems();
        return items == null ? 0 : items;
    }
}
