package org.magicanime.dataset.domain.benchmark;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.Style;

/// What cases are chosen by.
///
/// @param faces number of face cases
/// @param motions number of motion cases
/// @param perTitle cases of each kind that one title may have
/// @param seed another one chooses other cases
public record BenchmarkRules(int faces, int motions, int perTitle, long seed) {
    /// The paper's 100 and 300 (arXiv 2507.20368).
    public static final BenchmarkRules DEFAULT = new BenchmarkRules(100, 300, 20, 1);

    private static final Map<BenchmarkKind, Map<Style, Integer>> SHARES = Map.of(
            BenchmarkKind.FACE, Map.of(Style.AMERICAN, 28, Style.CHINA, 13, Style.JAPAN, 59),
            BenchmarkKind.MOTION, Map.of(Style.AMERICAN, 100, Style.CHINA, 50, Style.JAPAN, 150));

    /// @throws IllegalArgumentException if a number is negative
    public BenchmarkRules {
        if (faces < 0 || motions < 0 || perTitle < 1) {
            throw new IllegalArgumentException("a benchmark cannot have " + faces + " face cases, " + motions
                    + " motion cases, and " + perTitle + " of one title");
        }
    }

    int wanted(BenchmarkKind kind) {
        return kind == BenchmarkKind.FACE ? faces : motions;
    }

    /// Cases of each style, in the paper's shares; what is left over goes to the largest remainders.
    Map<Style, Integer> quotas(BenchmarkKind kind) {
        Map<Style, Integer> shares = java.util.Objects.requireNonNull(SHARES.get(kind));
        int all = shares.values().stream().mapToInt(Integer::intValue).sum();
        int wanted = wanted(kind);
        Map<Style, Integer> quotas = new EnumMap<>(Style.class);
        Map<Style, Integer> remainders = new EnumMap<>(Style.class);
        shares.forEach((style, share) -> {
            quotas.put(style, wanted * share / all);
            remainders.put(style, wanted * share % all);
        });
        int left = wanted - quotas.values().stream().mapToInt(Integer::intValue).sum();
        remainders.entrySet().stream()
                .sorted(Map.Entry.<Style, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(left)
                .forEach(each -> quotas.merge(each.getKey(), 1, Integer::sum));
        return quotas;
    }

    /// By name, with the formulas of what is measured.
    public Map<String, String> byName() {
        Map<String, String> all = new TreeMap<>();
        all.put("revision", "1");
        all.put("faces", Integer.toString(faces));
        all.put("motions", Integer.toString(motions));
        all.put("per-title", Integer.toString(perTitle));
        all.put("seed", Long.toString(seed));
        all.put("shares.face", "american 28, china 13, japan 59");
        all.put("shares.motion", "american 100, china 50, japan 150");
        all.put(
                "difficulty.face",
                "thirds by anthropomorphism: the least score, over the frames, that a model of people's faces gives");
        all.put(
                "difficulty.motion",
                "thirds by the mean rank of motion (bits of clip.mp4 a pixel and frame, at constant quality) and"
                        + " complexity (bits of the first frame as PNG a pixel)");
        all.put("shots", "one case of each kind");
        all.put("order", "SHA-256 of seed and item");
        return all;
    }
}
