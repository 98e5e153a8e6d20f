package org.magicanime.dataset.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Style;
import org.magicanime.dataset.domain.Statistics.Subset;
import org.magicanime.dataset.domain.Statistics.Titles;

/// Puts what was counted beside the paper's numbers, with a row also for what there is none of yet.
public final class StatisticsTable {
    private StatisticsTable() {}

    /// What was counted of one subset in one style.
    ///
    /// @param frameRates items by frames per second; empty text where it is not known
    public record Counted(
            String subset,
            String style,
            long items,
            double hours,
            @Nullable Double fullHdShare,
            @Nullable Double medianSeconds,
            Map<String, Long> frameRates) {}

    /// @param titles by style
    public static Statistics of(Map<String, Long> titles, List<Counted> counted) {
        Map<String, Counted> known = new HashMap<>();
        counted.forEach(each -> known.put(each.subset() + "/" + each.style(), each));
        List<Titles> allTitles = new ArrayList<>();
        for (Style style : PaperNumbers.STYLES) {
            allTitles.add(new Titles(
                    style.toString(), titles.getOrDefault(style.toString(), 0L), PaperNumbers.titles(style)));
        }
        List<Subset> subsets = new ArrayList<>();
        for (String subset : PaperNumbers.SUBSETS) {
            for (Style style : PaperNumbers.STYLES) {
                subsets.add(row(subset, style, known.get(subset + "/" + style)));
            }
        }
        return new Statistics(allTitles, subsets);
    }

    private static Subset row(String subset, Style style, @Nullable Counted counted) {
        Long paper = PaperNumbers.items(subset, style);
        return counted == null
                ? new Subset(subset, style.toString(), 0, 0, null, null, Map.of(), paper)
                : new Subset(
                        subset,
                        style.toString(),
                        counted.items(),
                        counted.hours(),
                        counted.fullHdShare(),
                        counted.medianSeconds(),
                        counted.frameRates(),
                        paper);
    }
}
