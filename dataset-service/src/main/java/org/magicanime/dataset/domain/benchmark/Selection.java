package org.magicanime.dataset.domain.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.Style;

/// What was chosen.
///
/// @param strata each kind, style and difficulty that the rules ask for
public record Selection(List<Stratum> strata) {
    public Selection {
        strata = List.copyOf(strata);
    }

    public record Chosen(Candidate candidate, Difficulty difficulty) {}

    /// Candidates of one kind, style and difficulty.
    ///
    /// @param wanted how many cases the rules ask for
    /// @param chosen the cases, in the order in which they were chosen
    /// @param others that are none, in the order in which they would be asked: too many, of a case's shot or title,
    ///     or excluded by a person
    /// @param passedOver those of the others that would be cases, had no person excluded them
    public record Stratum(
            BenchmarkKind kind,
            Style style,
            Difficulty difficulty,
            int wanted,
            List<Candidate> chosen,
            List<Candidate> others,
            List<Candidate> passedOver) {
        public Stratum {
            chosen = List.copyOf(chosen);
            others = List.copyOf(others);
            passedOver = List.copyOf(passedOver);
        }

        /// Such as `face/japan/hard`.
        public String name() {
            return kind + "/" + style + "/" + difficulty;
        }

        /// How many cases are missing.
        public int shortfall() {
            return wanted - chosen.size();
        }
    }

    /// The cases, by kind and id.
    public List<Chosen> cases() {
        return strata.stream()
                .flatMap(stratum -> stratum.chosen().stream().map(each -> new Chosen(each, stratum.difficulty())))
                .sorted(Comparator.comparing((Chosen each) -> each.candidate().kind())
                        .thenComparing(each -> each.candidate().id()))
                .toList();
    }

    /// Strata with fewer candidates than the rules ask for, by name, and how many are missing.
    public Map<String, Integer> shortfalls() {
        Map<String, Integer> missing = new TreeMap<>();
        strata.stream()
                .filter(each -> each.shortfall() > 0)
                .forEach(each -> missing.put(each.name(), each.shortfall()));
        return missing;
    }

    /// What people said that bears on it, by name; empty where they said nothing: `graded` of the cases that have a
    /// difficulty by a person, `preferred` of the cases that a person wanted, `excluded` of what would be a case if
    /// nobody had said otherwise.
    public Map<String, String> said() {
        Map<String, String> all = new TreeMap<>();
        put(
                all,
                "preferred",
                strata.stream()
                        .flatMap(stratum -> stratum.chosen().stream())
                        .filter(Candidate::isPreferred)
                        .map(Candidate::id));
        put(
                all,
                "graded",
                strata.stream()
                        .flatMap(stratum -> stratum.chosen().stream()
                                .filter(each -> each.graded().isPresent())
                                .map(each -> each.id() + " " + stratum.difficulty())));
        put(
                all,
                "excluded",
                strata.stream()
                        .flatMap(stratum -> stratum.passedOver().stream())
                        .map(Candidate::id));
        return all;
    }

    private static void put(Map<String, String> all, String name, Stream<String> items) {
        String listed = items.sorted().collect(Collectors.joining(", "));
        if (!listed.isEmpty()) {
            all.put(name, listed);
        }
    }
}
