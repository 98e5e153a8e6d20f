package org.magicanime.dataset.domain.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.Difficulty;
import org.magicanime.dataset.domain.benchmark.Selection.Chosen;

/// Chooses cases: for each kind and style its quota, a third of it from each difficulty, at most one case from a shot
/// and so many from a title. Who comes first is decided by a hash of the seed and the item alone. Where candidates are
/// too few, there are fewer cases, which is said: no stratum is filled from another.
public final class BenchmarkSelection {
    private final BenchmarkRules rules;
    private final List<Chosen> chosen = new ArrayList<>();
    private final Map<String, Integer> shortfalls = new TreeMap<>();

    private BenchmarkSelection(BenchmarkRules rules) {
        this.rules = rules;
    }

    /// @param candidates in any order
    public static Selection of(List<Candidate> candidates, BenchmarkRules rules) {
        BenchmarkSelection selection = new BenchmarkSelection(rules);
        for (BenchmarkKind kind : BenchmarkKind.values()) {
            selection.choose(
                    kind,
                    candidates.stream().filter(each -> each.kind() == kind).toList());
        }
        return new Selection(selection.chosen, selection.shortfalls);
    }

    private void choose(BenchmarkKind kind, List<Candidate> candidates) {
        Set<String> shots = new HashSet<>();
        Map<String, Integer> titles = new HashMap<>();
        List<Chosen> ofKind = new ArrayList<>();
        rules.quotas(kind).forEach((style, quota) -> {
            List<Candidate> ofStyle = candidates.stream()
                    .filter(each -> each.style() == style)
                    .sorted(Comparator.comparing(this::order))
                    .toList();
            Map<String, Difficulty> difficulties = difficulties(kind, ofStyle);
            for (Difficulty difficulty : Difficulty.values()) {
                int wanted = third(quota, difficulty);
                int taken = 0;
                for (Candidate each : ofStyle) {
                    if (taken < wanted
                            && difficulties.get(each.id()) == difficulty
                            && !shots.contains(each.shotId())
                            && titles.getOrDefault(each.row().title(), 0) < rules.perTitle()) {
                        shots.add(each.shotId());
                        titles.merge(each.row().title(), 1, Integer::sum);
                        ofKind.add(new Chosen(each, difficulty));
                        taken++;
                    }
                }
                if (taken < wanted) {
                    shortfalls.put(kind + "/" + style + "/" + difficulty, wanted - taken);
                }
            }
        });
        ofKind.sort(Comparator.comparing(each -> each.candidate().id()));
        chosen.addAll(ofKind);
    }

    /// What cannot be divided by three goes to the middle, then to the hard ones.
    private static int third(int quota, Difficulty difficulty) {
        int more = quota % 3;
        return quota / 3
                + switch (difficulty) {
                    case EASY -> 0;
                    case MEDIUM -> more > 0 ? 1 : 0;
                    case HARD -> more > 1 ? 1 : 0;
                };
    }

    /// Thirds of the candidates of one kind and style.
    static Map<String, Difficulty> difficulties(BenchmarkKind kind, List<Candidate> candidates) {
        Map<String, Double> hardness = new HashMap<>();
        if (kind == BenchmarkKind.FACE) {
            ranks(candidates, each -> -each.measure(Candidates.ANTHROPOMORPHISM), hardness);
        } else {
            ranks(candidates, each -> each.measure(Candidates.MOTION), hardness);
            ranks(candidates, each -> each.measure(Candidates.COMPLEXITY), hardness);
        }
        List<Candidate> sorted = candidates.stream()
                .sorted(Comparator.<Candidate>comparingDouble(
                                each -> java.util.Objects.requireNonNull(hardness.get(each.id())))
                        .thenComparing(Candidate::id))
                .toList();
        Map<String, Difficulty> difficulties = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            difficulties.put(sorted.get(i).id(), Difficulty.values()[i * 3 / sorted.size()]);
        }
        return difficulties;
    }

    /// Adds each candidate's place among the others.
    private static void ranks(
            List<Candidate> candidates, ToDoubleFunction<Candidate> measure, Map<String, Double> into) {
        List<Candidate> sorted = candidates.stream()
                .sorted(Comparator.comparingDouble(measure).thenComparing(Candidate::id))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            into.merge(sorted.get(i).id(), (double) i, Double::sum);
        }
    }

    private String order(Candidate candidate) {
        try {
            byte[] text = (rules.seed() + "/" + candidate.id()).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
