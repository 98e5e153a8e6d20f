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
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.Style;
import org.magicanime.dataset.domain.benchmark.Selection.Stratum;

/// Chooses cases: for each kind and style its quota, a third of it from each difficulty, at most one case from a shot
/// and so many from a title. Who comes first is decided by a hash of the seed and the item alone. Where candidates are
/// too few, there are fewer cases, which is said: no stratum is filled from another.
///
/// People have the last word: an item that they graded has that difficulty, those that they prefer are asked before
/// all others of the kind, those that they excluded are none, so that the next one of the same stratum is a case in
/// their place.
public final class BenchmarkSelection {
    private final BenchmarkRules rules;
    private final List<Stratum> strata = new ArrayList<>();

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
        return new Selection(selection.strata);
    }

    private void choose(BenchmarkKind kind, List<Candidate> candidates) {
        Places places = new Places(rules.perTitle());
        List<Filling> all = new ArrayList<>();
        rules.quotas(kind).forEach((style, quota) -> {
            List<Candidate> ofStyle = inOrder(
                    candidates.stream().filter(each -> each.style() == style).toList());
            Map<String, Difficulty> difficulties = difficulties(kind, ofStyle);
            for (Difficulty difficulty : Difficulty.values()) {
                List<Candidate> sameSort = ofStyle.stream()
                        .filter(each -> difficulties.get(each.id()) == difficulty)
                        .toList();
                all.add(new Filling(kind, style, difficulty, third(quota, difficulty), sameSort));
            }
        });
        // What people want has its shot and its place in its title before any other takes them.
        all.forEach(each -> each.take(places, Candidate::isPreferred));
        all.forEach(each -> each.take(places, candidate -> !candidate.isPreferred()));
        all.forEach(each -> strata.add(each.stratum()));
    }

    private List<Candidate> inOrder(List<Candidate> candidates) {
        Map<String, String> order = new HashMap<>();
        candidates.forEach(each -> order.put(each.id(), order(each)));
        return candidates.stream()
                .sorted(Comparator.comparing((Candidate each) -> Objects.requireNonNull(order.get(each.id()))))
                .toList();
    }

    /// Shots and titles of which cases of one kind are taken.
    private static final class Places {
        private final int perTitle;
        private final Set<String> shots = new HashSet<>();
        private final Map<String, Integer> titles = new HashMap<>();

        Places(int perTitle) {
            this.perTitle = perTitle;
        }

        boolean hasOneFor(Candidate candidate) {
            return !shots.contains(candidate.shotId())
                    && titles.getOrDefault(candidate.row().title(), 0) < perTitle;
        }

        void take(Candidate candidate) {
            shots.add(candidate.shotId());
            titles.merge(candidate.row().title(), 1, Integer::sum);
        }
    }

    /// A stratum while its cases are chosen.
    private record Filling(
            BenchmarkKind kind,
            Style style,
            Difficulty difficulty,
            int wanted,
            List<Candidate> candidates,
            List<Candidate> chosen,
            List<Candidate> passedOver) {
        Filling(BenchmarkKind kind, Style style, Difficulty difficulty, int wanted, List<Candidate> candidates) {
            this(kind, style, difficulty, wanted, candidates, new ArrayList<>(), new ArrayList<>());
        }

        void take(Places places, Predicate<Candidate> which) {
            for (Candidate each : candidates) {
                if (chosen.size() < wanted && which.test(each) && places.hasOneFor(each)) {
                    if (each.isExcluded()) {
                        passedOver.add(each);
                    } else {
                        places.take(each);
                        chosen.add(each);
                    }
                }
            }
        }

        Stratum stratum() {
            return new Stratum(kind, style, difficulty, wanted, chosen, without(candidates, chosen), passedOver);
        }
    }

    private static List<Candidate> without(List<Candidate> all, List<Candidate> chosen) {
        Set<String> ids = chosen.stream().map(Candidate::id).collect(Collectors.toSet());
        return all.stream().filter(each -> !ids.contains(each.id())).toList();
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

    /// Thirds of the candidates of one kind and style, those that people excluded among them, so that the others stay
    /// where they were; then what people said.
    static Map<String, Difficulty> difficulties(BenchmarkKind kind, List<Candidate> candidates) {
        Map<String, Double> hardness = new HashMap<>();
        if (kind == BenchmarkKind.FACE) {
            ranks(candidates, each -> -each.measure(Candidates.ANTHROPOMORPHISM), hardness);
        } else {
            ranks(candidates, each -> each.measure(Candidates.MOTION), hardness);
            ranks(candidates, each -> each.measure(Candidates.COMPLEXITY), hardness);
        }
        List<Candidate> sorted = candidates.stream()
                .sorted(Comparator.<Candidate>comparingDouble(each -> Objects.requireNonNull(hardness.get(each.id())))
                        .thenComparing(Candidate::id))
                .toList();
        Map<String, Difficulty> difficulties = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            difficulties.put(sorted.get(i).id(), Difficulty.values()[i * 3 / sorted.size()]);
        }
        candidates.forEach(each -> each.graded().ifPresent(grade -> difficulties.put(each.id(), grade)));
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
