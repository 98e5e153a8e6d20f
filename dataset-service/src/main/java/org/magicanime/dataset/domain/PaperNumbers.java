package org.magicanime.dataset.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.Style;

/// What the MagicAnime paper says of its own data (arXiv 2507.20368, Table I).
public final class PaperNumbers {
    /// The subsets, in the paper's hierarchy from the widest to the narrowest.
    public static final List<String> SUBSETS =
            List.of("image-to-video", "pose-driven", "text-to-video", "face-reenactment", "audio-driven");

    /// The styles, in the paper's order, and what nobody has said yet.
    public static final List<Style> STYLES = List.of(Style.AMERICAN, Style.CHINA, Style.JAPAN, Style.UNKNOWN);

    private static final long[] TITLES = {51, 20, 66};
    private static final Map<String, long[]> ITEMS = Map.of(
            "audio-driven", new long[] {364, 587, 2_050},
            "face-reenactment", new long[] {599, 1_350, 10_130},
            "image-to-video", new long[] {90_000, 60_000, 250_000},
            "pose-driven", new long[] {15_000, 10_000, 25_000},
            "text-to-video", new long[] {15_000, 10_000, 25_000});

    private PaperNumbers() {}

    static @Nullable Long titles(Style style) {
        int column = STYLES.indexOf(style);
        return column < TITLES.length ? TITLES[column] : null;
    }

    static @Nullable Long items(String subset, Style style) {
        int column = STYLES.indexOf(style);
        long[] row = ITEMS.get(subset);
        return row == null || column >= row.length ? null : row[column];
    }
}
