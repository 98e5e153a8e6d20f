package org.magicanime.dataset.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Style;
import org.magicanime.dataset.domain.Statistics.Subset;
import org.magicanime.dataset.domain.Statistics.Titles;
import org.magicanime.dataset.domain.character.CharacterCount;
import org.magicanime.dataset.domain.character.CharacterStatistics;

/// Puts what was counted beside the paper's numbers, with a row also for what there is none of yet.
public final class StatisticsTable {
    private StatisticsTable() {}

    /// @param titles by style
    /// @param counts of the items of each subset
    /// @param characters of films of which one is known
    public static Statistics of(
            Map<String, Long> titles, Map<String, List<LengthCount>> counts, List<CharacterCount> characters) {
        List<Titles> allTitles = new ArrayList<>();
        for (Style style : PaperNumbers.STYLES) {
            allTitles.add(new Titles(
                    style.toString(), titles.getOrDefault(style.toString(), 0L), PaperNumbers.titles(style)));
        }
        List<Subset> subsets = new ArrayList<>();
        for (String subset : PaperNumbers.SUBSETS) {
            for (Style style : PaperNumbers.STYLES) {
                List<LengthCount> own = counts.getOrDefault(subset, List.of()).stream()
                        .filter(count -> count.style().equals(style.toString()))
                        .toList();
                subsets.add(row(subset, style, own));
            }
        }
        List<String> styles = PaperNumbers.STYLES.stream().map(Style::toString).toList();
        return new Statistics(allTitles, subsets, CharacterStatistics.of(styles, characters));
    }

    private static Subset row(String subset, Style style, List<LengthCount> counts) {
        long items = 0;
        long fullHd = 0;
        Map<String, Long> rates = new TreeMap<>();
        TreeMap<Double, Long> lengths = new TreeMap<>();
        for (LengthCount count : counts) {
            items += count.items();
            fullHd += count.fullHd() ? count.items() : 0;
            Double fps = count.fps();
            rates.merge(fps == null ? "" : String.format(Locale.ROOT, "%.3f", fps), count.items(), Long::sum);
            Double seconds = count.seconds();
            if (seconds != null) {
                lengths.merge(seconds, count.items(), Long::sum);
            }
        }
        double seconds = lengths.entrySet().stream()
                .mapToDouble(length -> length.getKey() * length.getValue())
                .sum();
        return new Subset(
                subset,
                style.toString(),
                items,
                seconds / 3600,
                items == 0 ? null : (double) fullHd / items,
                median(lengths),
                rates,
                PaperNumbers.items(subset, style));
    }

    /// Of an even number, the mean of the two in the middle.
    private static @Nullable Double median(TreeMap<Double, Long> lengths) {
        long items = lengths.values().stream().mapToLong(Long::longValue).sum();
        return items == 0 ? null : (at(lengths, (items - 1) / 2) + at(lengths, items / 2)) / 2;
    }

    private static double at(TreeMap<Double, Long> lengths, long place) {
        long before = 0;
        for (Map.Entry<Double, Long> length : lengths.entrySet()) {
            before += length.getValue();
            if (place < before) {
                return length.getKey();
            }
        }
        throw new IllegalArgumentException("there is no item " + place + " among " + before);
    }
}
